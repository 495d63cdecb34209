package smartcity.sink.setup;

/// The form of the event time in a record.
public enum EventTimeForm {
    /// A date-time of RFC 3339.
    DATE_TIME,
    /// An integer, in seconds since 1970.
    SECONDS,
    /// An integer, in milliseconds since 1970.
    MILLIS,
    /// An integer, in microseconds since 1970.
    MICROS,
    /// No property: Kafka's timestamp of the record is the event time.
    KAFKA
}
