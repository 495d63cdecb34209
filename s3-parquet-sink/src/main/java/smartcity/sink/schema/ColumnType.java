package smartcity.sink.schema;

/// The types a column can have, and how a row keeps their values.
public enum ColumnType {
    /// Text, kept as UTF-8.
    TEXT,
    /// A UUID, kept as 16 bytes.
    UUID,
    /// An instant, kept as microseconds since 1970-01-01T00:00Z.
    INSTANT,
    /// A day, kept as days since 1970-01-01.
    DATE,
    /// A time of day in UTC, kept as microseconds since midnight.
    TIME,
    /// An integer of 32 bits.
    INT32,
    /// An integer of 64 bits.
    INT64,
    /// A decimal number of fixed precision and scale, kept as its unscaled value: a long up to
    /// [Column#LONG_PRECISION] digits, [Column#decimalBytes] bytes above.
    DECIMAL,
    /// An IEEE 754 double, kept as its bits.
    DOUBLE,
    /// True or false, kept as 1 or 0.
    BOOLEAN,
    /// Bytes.
    BYTES,
    /// An object, kept as the UTF-8 text of its JSON.
    JSON,
    /// Any value, kept as the UTF-8 text of its JSON.
    ANY_JSON,
    /// Named members.
    GROUP,
    /// Elements of one type, in order.
    LIST,
    /// Entries from text to values of one type, in order; each key once.
    MAP
}
