package smartcity.sink.schema;

/// What an integer counts since 1970-01-01T00:00Z.
public enum EpochUnit {
    /// Seconds.
    SECONDS(1_000_000),
    /// Milliseconds.
    MILLIS(1_000),
    /// Microseconds.
    MICROS(1);

    private final long micros;

    EpochUnit(long micros) {
        this.micros = micros;
    }

    /// Converts a number of units to microseconds; the nearest end of the range of a long if they do not fit.
    public long toMicros(long count) {
        long product = count * micros;
        if (product / micros != count) {
            return count < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return product;
    }
}
