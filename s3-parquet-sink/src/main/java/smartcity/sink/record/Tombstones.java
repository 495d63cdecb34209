package smartcity.sink.record;

/// What becomes of records without a value, which delete a key in compacted topics.
public enum Tombstones {
    /// They are dead letters, as they lack what the schema requires.
    DEAD_LETTER,
    /// They leave no row; they are counted.
    IGNORE,
    /// They are rows with nothing in them but the metadata of Kafka and true in `kafka_tombstone`. Every
    /// column of the schema is optional for that. Their event time is Kafka's timestamp.
    KEEP
}
