package smartcity.sink.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Reads JSON numbers, common ones without allocating an object.
final class JsonNumber {
    /// A longer number is not a measurement; the limit bounds the cost of the exact slow path [characters; chosen, not
    /// measured].
    private static final int MAX_LENGTH = 1000;

    /// Decimal digits that always fit a long.
    private static final int LONG_DIGITS = 18;

    /// Integers up to here are exact as double.
    private static final long EXACT_DOUBLE = 1L << 53;

    /// The powers of ten that are exact as double.
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /// What [#unscaled] returns when there is no such long; no unscaled value of 18 digits comes near it.
    static final long NONE = Long.MIN_VALUE;

    private static final long[] LONG_TENS =
            LongStream.iterate(1, ten -> ten * 10).limit(LONG_DIGITS + 1L).toArray();

    private final JsonCursor cursor;
    private int start;
    private boolean negative;
    private boolean plain;
    private long digits;
    private int count;
    private int exponent;

    JsonNumber(JsonCursor cursor) {
        this.cursor = cursor;
    }

    static boolean starts(int next) {
        return next == '-' || (next >= '0' && next <= '9');
    }

    /// Reads the next number.
    void read() throws BrokenRecordException {
        cursor.peek();
        start = cursor.at;
        negative = cursor.at < cursor.end && cursor.bytes[cursor.at] == '-';
        digits = 0;
        count = 0;
        exponent = 0;
        plain = true;
        if (negative) {
            cursor.at++;
        }
        if (cursor.at < cursor.end && cursor.bytes[cursor.at] == '0') {
            cursor.at++;
        } else {
            digits();
        }
        if (cursor.at < cursor.end && cursor.bytes[cursor.at] == '.') {
            cursor.at++;
            plain = false;
            exponent = -digits();
        }
        if (cursor.at < cursor.end && (cursor.bytes[cursor.at] | 0x20) == 'e') {
            cursor.at++;
            plain = false;
            exponent();
        }
        if (cursor.at - start > MAX_LENGTH) {
            throw BrokenRecordException.value("must have numbers of at most " + MAX_LENGTH + " characters but had "
                    + (cursor.at - start) + " at byte " + (start - cursor.start));
        }
    }

    private int digits() throws BrokenRecordException {
        byte[] bytes = cursor.bytes;
        int from = cursor.at;
        int at = from;
        long read = digits;
        int significant = count;
        for (; at < cursor.end && isDigit(bytes[at]); at++) {
            if (significant < LONG_DIGITS) {
                read = read * 10 + bytes[at] - '0';
            }
            significant += read == 0 ? 0 : 1;
        }
        digits = read;
        count = significant;
        cursor.at = at;
        if (at == from) {
            throw cursor.unexpected("a digit");
        }
        return at - from;
    }

    private void exponent() throws BrokenRecordException {
        boolean minus = cursor.at < cursor.end && cursor.bytes[cursor.at] == '-';
        if (minus || (cursor.at < cursor.end && cursor.bytes[cursor.at] == '+')) {
            cursor.at++;
        }
        int from = cursor.at;
        int value = 0;
        while (cursor.at < cursor.end && isDigit(cursor.bytes[cursor.at])) {
            value = Math.min(value * 10 + cursor.bytes[cursor.at++] - '0', 100_000);
        }
        if (cursor.at == from) {
            throw cursor.unexpected("a digit");
        }
        exponent += minus ? -value : value;
    }

    private static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }

    double doubleValue() throws BrokenRecordException {
        if (count <= LONG_DIGITS && digits <= EXACT_DOUBLE && Math.abs(exponent) < TENS.length) {
            double value = exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
            return negative ? -value : value;
        }
        double value = Double.parseDouble(text());
        if (Double.isInfinite(value)) {
            throw BrokenRecordException.field("must fit a double but was " + cursor.excerpt(start));
        }
        return value;
    }

    /// The number as an integer; `1.0` and `1e3` are integers too.
    long longValue() throws BrokenRecordException {
        if (count == 0 || (plain && count <= LONG_DIGITS)) {
            return negative ? -digits : digits;
        }
        try {
            return new BigDecimal(text()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) { // the latter if the exponent overflows an int
            throw BrokenRecordException.field("must be an integer of 64 bits but was " + cursor.excerpt(start));
        }
    }

    /// The number in units of `10^-scale`, without allocating; [#NONE] when it is not a whole number of units, has more
    /// than `precision` digits, or is written with so many that only [#unscaledBig] can decide.
    ///
    /// @param precision at most 18
    long unscaled(int precision, int scale) {
        if (count == 0) {
            return 0;
        }
        int shift = exponent + scale;
        if (count > LONG_DIGITS || shift > precision || shift < -LONG_DIGITS) {
            return NONE;
        }
        long value = digits;
        if (shift < 0) {
            long unit = LONG_TENS[-shift];
            if (value % unit != 0) {
                return NONE;
            }
            value /= unit;
            shift = 0;
        }
        if (value >= LONG_TENS[precision - shift]) {
            return NONE;
        }
        value *= LONG_TENS[shift];
        return negative ? -value : value;
    }

    /// The number in units of `10^-scale`; null when it is not a whole number of units or has more than `precision`
    /// digits.
    @Nullable
    BigInteger unscaledBig(int precision, int scale) {
        try {
            BigDecimal value = new BigDecimal(text()).stripTrailingZeros();
            boolean fits = value.scale() <= scale && (long) value.precision() - value.scale() <= precision - scale;
            return fits ? value.setScale(scale).unscaledValue() : null;
        } catch (NumberFormatException e) { // the exponent overflows an int
            return null;
        }
    }

    /// Whether nothing follows the number.
    boolean isAll() {
        return cursor.at == cursor.end;
    }

    private String text() {
        return new String(cursor.bytes, start, cursor.at - start, StandardCharsets.US_ASCII);
    }
}
