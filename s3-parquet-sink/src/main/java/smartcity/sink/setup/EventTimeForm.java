package smartcity.sink.setup;

/// The form of the event time in a record.
public enum EventTimeForm {
    /// A date-time.
    DATE_TIME,
    /// A number, or a text with one, of seconds since 1970.
    SECONDS,
    /// The same, of milliseconds.
    MILLIS,
    /// The same, of microseconds.
    MICROS,
    /// The same, of nanoseconds.
    NANOS,
    /// No property: Kafka's timestamp of the record is the event time.
    KAFKA
}
