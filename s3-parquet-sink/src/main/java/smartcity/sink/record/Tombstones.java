package smartcity.sink.record;

/// What becomes of records without a value, by which compacted topics say that a key is gone.
public enum Tombstones {
    /// They are dead letters, as they have not what the schema requires.
    DEAD_LETTER,
    /// They leave no row; they are counted.
    IGNORE,
    /// They are rows with nothing in them but what Kafka knows of the record and true in `kafka_tombstone`. Every
    /// column of the schema is optional for that. Their event time is Kafka's timestamp.
    KEEP
}
