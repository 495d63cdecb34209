package smartcity.sink.setup;

/// What becomes of a record that has none of the fields of the event time.
public enum MissingEventTime {
    /// Kafka's timestamp of the record is its event time.
    KAFKA,
    /// It is a dead letter.
    DEAD_LETTER
}
