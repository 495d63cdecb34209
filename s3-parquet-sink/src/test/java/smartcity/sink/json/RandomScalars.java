package smartcity.sink.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// Random JSON scalars that a column accepts, in every notation.
final class RandomScalars {
    private static final List<String> DOUBLES = List.of(
            "0 -0 -0.0 0e5 1e22 1e23 -1E+23 9007199254740993 4.9e-324 2.4e-324 2.2250738585072011e-308".split(" "));
    private static final List<Integer> FIRST_OF_RANGE =
            List.of(0, 0x20, 0x22, 0x2f, 0x5c, 0x7f, 0x80, 0xa0, 0x7ff, 0x800, 0x2028, 0xd7ff, 0xe000, 0xffff, 0x10000);

    private final SplittableRandom random;

    RandomScalars(SplittableRandom random) {
        this.random = random;
    }

    static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    JsonNode of(ColumnType type) {
        return switch (type) {
            case TEXT -> string(text());
            case UUID -> string(uuid());
            case INSTANT -> string(instant());
            case DATE -> string(instant().substring(0, 10));
            case TIME -> string(instant().substring(11));
            case BYTES -> string(base64());
            case INT32 -> raw(integer(any(Integer.MIN_VALUE, Integer.MAX_VALUE)));
            case INT64 -> raw(integer(any(Long.MIN_VALUE, Long.MAX_VALUE)));
            case DOUBLE -> raw(number());
            case BOOLEAN -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case DECIMAL, JSON, ANY_JSON, GROUP, LIST, MAP ->
                throw new IllegalArgumentException("type must be a scalar but was " + type);
        };
    }

    private JsonNode string(String value) {
        if (random.nextInt(3) > 0) {
            return JsonNodeFactory.instance.textNode(value);
        }
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            boolean plain = unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\';
            String character = unit == '/' ? "\\/" : String.valueOf(unit);
            HexFormat hex =
                    random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
            escaped.append(plain && random.nextInt(4) > 0 ? character : "\\u" + hex.toHexDigits(unit));
        }
        return raw(escaped.append('"').toString());
    }

    /// A decimal that fits the column, with zeros more than it needs or in units of a power of ten.
    JsonNode decimal(Column column) {
        BigInteger most = BigInteger.TEN.pow(column.precision()).subtract(BigInteger.ONE);
        BigInteger unscaled = switch (random.nextInt(4)) {
            case 0 -> most.subtract(BigInteger.valueOf(random.nextInt(3)));
            case 1 -> BigInteger.valueOf(random.nextInt(3));
            default -> new BigInteger(random.nextInt(1, most.bitLength() + 1), new Random(random.nextLong())).min(most);
        };
        BigDecimal value = new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), column.scale());
        String text = switch (random.nextInt(4)) {
            case 0 -> value.setScale(column.scale() + random.nextInt(30)).toPlainString();
            case 1 -> value.stripTrailingZeros().toString();
            case 2 -> value.unscaledValue() + "e-" + column.scale();
            default -> value.toPlainString();
        };
        return random.nextBoolean() ? raw(text) : string(text);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left > 0; left--) {
            int first = FIRST_OF_RANGE.get(random.nextInt(FIRST_OF_RANGE.size()));
            int codePoint = first + (random.nextBoolean() ? 0 : random.nextInt(0x700));
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            text.appendCodePoint(surrogate ? 'x' : codePoint);
        }
        return text.toString();
    }

    private String uuid() {
        String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        return random.nextBoolean() ? uuid : uuid.toUpperCase(Locale.ROOT);
    }

    private String base64() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        Base64.Encoder encoder = Base64.getEncoder();
        return (random.nextBoolean() ? encoder : encoder.withoutPadding()).encodeToString(bytes);
    }

    private String instant() {
        long second = random.nextLong(-62_167_219_200L, 253_402_300_800L); // years 0 to 9999
        String local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC) + ":00";
        String fraction = random.nextBoolean() ? "" : "." + digits(1 + random.nextInt(12));
        String zone = random.nextBoolean()
                ? "Z"
                : String.format(
                        Locale.ROOT,
                        "%s%02d:%02d",
                        random.nextBoolean() ? "+" : "-",
                        random.nextInt(24),
                        random.nextInt(60));
        String time = local.substring(0, 19) + fraction + zone;
        return random.nextInt(4) > 0 ? time : time.toLowerCase(Locale.ROOT);
    }

    private long any(long least, long most) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextBoolean() ? least + random.nextInt(2) : most - random.nextInt(2);
            case 1 -> random.nextInt(-1, 2);
            case 2 -> random.nextInt(1000) * 1000L;
            default -> random.nextLong(least, most) >> random.nextInt(32);
        };
    }

    private String integer(long value) {
        return switch (random.nextInt(8)) {
            case 0 -> value + ".000";
            case 1 -> (value == 0 ? "" : value) + "0E-1";
            case 2 -> value % 1000 == 0 ? value / 1000 + "e+3" : value + "e0";
            case 3 -> value == 0 ? "-0" : Long.toString(value);
            default -> Long.toString(value);
        };
    }

    private String number() {
        double usual = random.nextDouble(-180, 180) * Math.pow(10, random.nextInt(-20, 20));
        return switch (random.nextInt(7)) {
            case 0 -> Double.toString(usual);
            case 1 -> finite(Double.longBitsToDouble(random.nextLong()));
            case 2 -> finite(Double.longBitsToDouble(random.nextLong(1L << 52))); // subnormal
            case 3 -> String.format(Locale.ROOT, "%.16e", usual);
            case 4 ->
                new BigDecimal(usual)
                        .add(new BigDecimal(Math.nextUp(usual)))
                        .divide(BigDecimal.TWO)
                        .toString();
            case 5 ->
                random.nextInt(1, 10) + digits(18) + "." + digits(1 + random.nextInt(20)) + "e"
                        + random.nextInt(-300, 280);
            default -> DOUBLES.get(random.nextInt(DOUBLES.size()));
        };
    }

    private static String finite(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "-1.7976931348623157E308";
    }

    private String digits(int most) {
        StringBuilder digits = new StringBuilder();
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
