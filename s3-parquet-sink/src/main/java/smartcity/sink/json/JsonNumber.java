package smartcity.sink.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads JSON numbers, common ones without allocating an object.
final class JsonNumber {
    /// A longer number is not a measurement; the limit bounds the cost of the exact slow path [characters; chosen, not
    /// measured].
    private static final int MAX_LENGTH = 1000;

    /// Integers up to here are exact as double.
    private static final long EXACT_DOUBLE = 1L << 53;

    /// The powers of ten that are exact as double.
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /// What [#unscaled] returns when there is no such long; no unscaled value of 18 digits comes near it.
    static final long NONE = Long.MIN_VALUE;

    private final JsonCursor cursor;
    private final DecimalDigits digits;
    private int start;
    private boolean negative;
    private boolean plain;
    private int exponent;

    JsonNumber(JsonCursor cursor) {
        this.cursor = cursor;
        this.digits = new DecimalDigits(cursor);
    }

    static boolean starts(int next) {
        return next == '-' || (next >= '0' && next <= '9');
    }

    /// Reads the next number.
    void read() throws BrokenRecordException {
        cursor.peek();
        start = cursor.at;
        negative = cursor.at < cursor.end && cursor.bytes[cursor.at] == '-';
        digits.reset();
        exponent = 0;
        plain = true;
        if (negative) {
            cursor.at++;
        }
        if (cursor.at < cursor.end && cursor.bytes[cursor.at] == '0') {
            cursor.at++;
        } else {
            digits.read();
        }
        if (cursor.at < cursor.end && cursor.bytes[cursor.at] == '.') {
            cursor.at++;
            plain = false;
            exponent = -digits.read();
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

    private void exponent() throws BrokenRecordException {
        boolean minus = cursor.at < cursor.end && cursor.bytes[cursor.at] == '-';
        if (minus || (cursor.at < cursor.end && cursor.bytes[cursor.at] == '+')) {
            cursor.at++;
        }
        int from = cursor.at;
        int value = 0;
        while (cursor.at < cursor.end && DecimalDigits.isDigit(cursor.bytes[cursor.at])) {
            value = Math.min(value * 10 + cursor.bytes[cursor.at++] - '0', 100_000);
        }
        if (cursor.at == from) {
            throw cursor.unexpected("a digit");
        }
        exponent += minus ? -value : value;
    }

    double doubleValue() throws BrokenRecordException {
        if (digits.count <= DecimalDigits.MOST && digits.value <= EXACT_DOUBLE && Math.abs(exponent) < TENS.length) {
            double value = exponent < 0 ? digits.value / TENS[-exponent] : digits.value * TENS[exponent];
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
        if (digits.count == 0 || (plain && digits.count <= DecimalDigits.MOST)) {
            return negative ? -digits.value : digits.value;
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
        if (digits.count == 0) {
            return 0;
        }
        int shift = exponent + scale;
        if (digits.count > DecimalDigits.MOST || shift > precision || shift < -DecimalDigits.MOST) {
            return NONE;
        }
        long value = digits.value;
        if (shift < 0) {
            long unit = DecimalDigits.TENS[-shift];
            if (value % unit != 0) {
                return NONE;
            }
            value /= unit;
            shift = 0;
        }
        if (value >= DecimalDigits.TENS[precision - shift]) {
            return NONE;
        }
        value *= DecimalDigits.TENS[shift];
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
