package smartcity.sink.schema;

/// The types a column can have; each names the JSON it is read from.
public enum ColumnType {
    /// A string, or a string with an enumeration.
    TEXT,
    /// A string of format `uuid`, kept as 16 bytes.
    UUID,
    /// A string of format `date-time`, kept as microseconds since 1970-01-01T00:00Z.
    INSTANT,
    /// An integer whose range fits 32 bits.
    INT32,
    /// Any other integer; it must fit 64 bits.
    INT64,
    /// A number, kept as IEEE 754 double.
    DOUBLE,
    /// `true` or `false`.
    BOOLEAN,
    /// A string with `contentEncoding: base64`, kept decoded.
    BYTES,
    /// An object.
    GROUP,
    /// An array.
    LIST
}
