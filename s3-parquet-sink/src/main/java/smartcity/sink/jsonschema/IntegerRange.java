package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The integers that a subschema allows.
///
/// @param least null when there is no lower bound
/// @param most null when there is no upper bound
record IntegerRange(@Nullable BigInteger least, @Nullable BigInteger most) {
    /// Any integer.
    static final IntegerRange UNBOUNDED = new IntegerRange(null, null);

    /// A bound with more digits counts as one with as many; no column type comes near it [chosen, not measured].
    private static final int MAX_DIGITS = 400;

    static IntegerRange of(SubschemaLocation place) {
        IntegerRange range = ofFormat(place);
        BigInteger least = bound(place, "minimum", RoundingMode.CEILING, 0);
        BigInteger most = bound(place, "maximum", RoundingMode.FLOOR, 0);
        BigInteger above = bound(place, "exclusiveMinimum", RoundingMode.FLOOR, 1);
        BigInteger below = bound(place, "exclusiveMaximum", RoundingMode.CEILING, -1);
        IntegerRange listed = ofValues(place.node());
        return new IntegerRange(
                first(least, above, listed.least, range.least), first(most, below, listed.most, range.most));
    }

    private static @Nullable BigInteger first(@Nullable BigInteger... bounds) {
        for (BigInteger bound : bounds) {
            if (bound != null) {
                return bound;
            }
        }
        return null;
    }

    private static @Nullable BigInteger bound(
            SubschemaLocation place, String keyword, RoundingMode rounding, int step) {
        JsonNode value = place.node().path(keyword);
        if (!value.isNumber()) {
            return null;
        }
        BigDecimal bound = value.decimalValue();
        if ((long) bound.precision() - bound.scale() > MAX_DIGITS) {
            return BigInteger.TEN.pow(MAX_DIGITS).multiply(BigInteger.valueOf(bound.signum()));
        }
        return bound.setScale(0, rounding).toBigInteger().add(BigInteger.valueOf(step));
    }

    private static IntegerRange ofValues(JsonNode node) {
        BigInteger least = null;
        BigInteger most = null;
        for (JsonNode value : KeywordShapes.values(node)) {
            if (value.isIntegralNumber()) {
                BigInteger one = value.bigIntegerValue();
                least = least == null ? one : least.min(one);
                most = most == null ? one : most.max(one);
            }
        }
        return new IntegerRange(least, most);
    }

    /// The range of a format of OpenAPI, or of generators that name integers by their bits.
    private static IntegerRange ofFormat(SubschemaLocation place) {
        String format = place.node().path("format").asText("");
        return switch (format) {
            case "int8", "int16", "int32", "int64" -> signed(Integer.parseInt(format.substring(3)));
            case "uint8", "uint16", "uint32", "uint64" ->
                new IntegerRange(BigInteger.ZERO, ones(Integer.parseInt(format.substring(4))));
            default -> UNBOUNDED;
        };
    }

    private static IntegerRange signed(int bits) {
        return new IntegerRange(ones(bits - 1).not(), ones(bits - 1));
    }

    private static BigInteger ones(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    /// The integers that both allow.
    IntegerRange and(IntegerRange other) {
        return new IntegerRange(
                least == null ? other.least : other.least == null ? least : least.max(other.least),
                most == null ? other.most : other.most == null ? most : most.min(other.most));
    }

    /// The integers from the least to the most that one of both allows.
    IntegerRange or(IntegerRange other) {
        return new IntegerRange(
                least == null || other.least == null ? null : least.min(other.least),
                most == null || other.most == null ? null : most.max(other.most));
    }

    /// Whether both bounds are known and fit a sign and `bits` bits.
    boolean fits(int bits) {
        return least != null && most != null && mayFit(bits);
    }

    /// Whether each known bound fits a sign and `bits` bits.
    boolean mayFit(int bits) {
        return (least == null || least.bitLength() <= bits) && (most == null || most.bitLength() <= bits);
    }

    /// Decimal digits of the longer bound.
    int digits() {
        return Math.max(digits(least), digits(most));
    }

    private static int digits(@Nullable BigInteger bound) {
        return bound == null ? 0 : bound.abs().toString().length();
    }
}
