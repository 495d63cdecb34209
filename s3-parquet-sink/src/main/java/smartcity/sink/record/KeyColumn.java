package smartcity.sink.record;

/// How the keys of records are kept in the column `kafka_key`.
public enum KeyColumn {
    /// There is no such column.
    NONE,
    /// As text. A record whose key is not UTF-8 is a dead letter.
    TEXT,
    /// As the bytes they are.
    BYTES
}
