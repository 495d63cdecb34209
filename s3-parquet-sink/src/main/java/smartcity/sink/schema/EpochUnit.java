package smartcity.sink.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a number counts since 1970-01-01T00:00Z.
public enum EpochUnit {
    /// Seconds.
    SECONDS(6),
    /// Milliseconds.
    MILLIS(3),
    /// Microseconds.
    MICROS(0),
    /// Nanoseconds.
    NANOS(-3);

    /// Digits before the decimal point of numbers that are compared digit by digit; a long has fewer.
    private static final int MAX_DIGITS = 30;

    private final int power;
    private final long factor;

    /// @param power of ten: microseconds of one unit
    EpochUnit(int power) {
        this.power = power;
        this.factor = (long) Math.pow(10, Math.abs(power));
    }

    /// Converts a number of units to microseconds, towards the past; the nearest end of the range of a long if they do
    /// not fit.
    public long toMicros(long count) {
        if (power < 0) {
            return Math.floorDiv(count, factor);
        }
        long product = count * factor;
        if (product / factor != count) {
            return count < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return product;
    }

    /// The same of a number with a fraction. The smallest long never results.
    public long toMicros(BigDecimal count) {
        BigDecimal micros = count.scaleByPowerOfTen(power);
        long digits = (long) micros.precision() - micros.scale();
        if (digits > MAX_DIGITS) {
            return micros.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
        }
        if (digits < -MAX_DIGITS) {
            return micros.signum() < 0 ? -1 : 0;
        }
        return micros.setScale(0, RoundingMode.FLOOR)
                .max(BigDecimal.valueOf(-Long.MAX_VALUE))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }
}
