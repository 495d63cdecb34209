package smartcity.sink.file;

import java.time.Instant;
import java.util.Optional;

/// Kafka's timestamp of a record [ms since 1970]. A producer may set it to any number, in any unit.
public final class RecordTimestamp {
    /// The last millisecond that has a folder `date=YYYY-MM-DD`.
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final long MILLIS_PER_HOUR = 3_600_000L;
    private static final long MICROS_PER_MILLI = 1_000;

    private RecordTimestamp() {}

    /// Why the timestamp cannot be a column of microseconds; empty when it can, or when there is none.
    public static Optional<String> refusal(long millis) {
        return fits(millis)
                ? Optional.empty()
                : Optional.of(
                        "Kafka's timestamp must be milliseconds that fit 64 bits as microseconds but was " + millis);
    }

    /// Whether it can be a column of microseconds, or there is none.
    public static boolean fits(long millis) {
        return millis <= Long.MAX_VALUE / MICROS_PER_MILLI;
    }

    /// The timestamp in microseconds; only of one that [#fits] and is not negative.
    public static long micros(long millis) {
        return Math.multiplyExact(millis, MICROS_PER_MILLI);
    }

    /// The hour of a dead letter [hours since 1970]: the first one when there is no timestamp, or one after the year
    /// 9999.
    public static long hour(long millis) {
        return millis < 0 || millis > LAST ? 0 : millis / MILLIS_PER_HOUR;
    }
}
