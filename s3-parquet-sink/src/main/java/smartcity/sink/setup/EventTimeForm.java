package smartcity.sink.setup;

/// How the event time of a record is told.
public enum EventTimeForm {
    /// As a date-time of RFC 3339.
    DATE_TIME,
    /// As an integer, in seconds since 1970.
    SECONDS,
    /// As an integer, in milliseconds since 1970.
    MILLIS,
    /// As an integer, in microseconds since 1970.
    MICROS,
    /// By no property: Kafka's timestamp of the record is it.
    KAFKA
}
