package smartcity.sink.readers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of every type, computed from its number: as the record that lands, and as readers must print it.
record SampleRow(int number) {
    static final String SCHEMA = """
            {"$id": "urn:test:readers:1", "type": "object",
             "required": ["id", "at", "word", "n", "total", "speed", "latitude", "day", "clock", "cents", "exact", "picture",
               "place", "tags", "limits", "free"],
             "properties": {
               "id": {"type": "string", "format": "uuid"},
               "at": {"type": "string", "format": "date-time"},
               "word": {"type": "string"},
               "note": {"type": "string"},
               "n": {"type": "integer", "minimum": -1000, "maximum": 1000},
               "total": {"type": "integer"},
               "speed": {"type": "number"},
               "latitude": {"type": "number"},
               "moving": {"type": "boolean"},
               "day": {"type": "string", "format": "date"},
               "clock": {"type": "string", "format": "time"},
               "cents": {"type": "number", "format": "decimal", "x-precision": 9, "x-scale": 2},
               "exact": {"type": "number", "format": "decimal", "x-precision": 38, "x-scale": 10},
               "picture": {"type": "string", "contentEncoding": "base64"},
               "place": {"type": "object", "required": ["x", "y"],
                 "properties": {"x": {"type": "number"}, "y": {"type": "number"}}},
               "tags": {"type": "array", "items": {"type": "string"}},
               "limits": {"type": "object", "additionalProperties": {"type": "number"}},
               "free": {"type": "object"}}}""";

    private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

    private UUID id() {
        Random random = new Random(number);
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Instant at() {
        return MORNING.plus(number * 123_457L, ChronoUnit.MICROS);
    }

    private @Nullable String note() {
        return number % 7 == 0 ? null : "Zoë " + Integer.toHexString(number * 7919);
    }

    private int n() {
        return number % 1000 - 500;
    }

    private long total() {
        return 9_000_000_000L + number * 7L;
    }

    private double speed() {
        return number % 900 / 10.0;
    }

    private double latitude() {
        return 51 + number * 1e-6;
    }

    private @Nullable Boolean moving() {
        return number % 5 == 0 ? null : number % 3 == 0;
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(number % 20_000 - 100);
    }

    private String clock() {
        return LocalTime.ofNanoOfDay(number * 1_234_567_000L % 86_400_000_000_000L)
                .format(CLOCK);
    }

    private BigDecimal cents() {
        return BigDecimal.valueOf(n(), 2);
    }

    private String exact() {
        return (number % 2 == 0 ? "-" : "") + (1 + number) + "00000000000000000000.0123456789";
    }

    private byte[] picture() {
        byte[] bytes = new byte[number % 5];
        new Random(number).nextBytes(bytes);
        return bytes;
    }

    private String tags() {
        StringJoiner tags = new StringJoiner(",");
        for (int i = 0; i < number % 4; i++) {
            tags.add("t" + i);
        }
        return tags.toString();
    }

    private String limits(String between, String quote) {
        StringJoiner limits = new StringJoiner(",");
        for (int i = 0; i < number % 3; i++) {
            limits.add(quote + "k" + i + quote + between + (i + 0.5));
        }
        return limits.toString();
    }

    private String free() {
        return "{\"a\":" + number + "}";
    }

    private String place() {
        return "{\"x\":" + n() / 4.0 + ",\"y\":-0.5}";
    }

    /// The record's value.
    String json() {
        String note = note();
        Boolean moving = moving();
        return "{\"id\":\"" + id() + "\",\"at\":\"" + at() + "\",\"word\":\"word-" + number % 50 + "\""
                + (note == null ? "" : ",\"note\":\"" + note + "\"")
                + (moving == null ? "" : ",\"moving\":" + moving)
                + ",\"n\":" + n() + ",\"total\":" + total() + ",\"speed\":" + speed() + ",\"latitude\":" + latitude()
                + ",\"day\":\"" + day() + "\",\"clock\":\"" + clock() + "Z\",\"cents\":" + cents() + ",\"exact\":"
                + exact() + ",\"picture\":\"" + Base64.getEncoder().encodeToString(picture()) + "\",\"place\":"
                + place()
                + ",\"tags\":[" + (tags().isEmpty() ? "" : "\"" + tags().replace(",", "\",\"") + "\"")
                + "],\"limits\":{" + limits(":", "\"") + "},\"free\":" + free() + "}";
    }

    /// Kafka's timestamp [ms since 1970], or negative.
    long timestampMillis() {
        return number % 11 == 0 ? -1 : at().toEpochMilli();
    }

    /// All values, as readers of every type print them.
    String text() {
        long timestamp = timestampMillis();
        return String.join(
                "|",
                Integer.toString(number),
                "3",
                timestamp < 0 ? "-" : Long.toString(timestamp * 1000),
                id().toString(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at())),
                "word-" + number % 50,
                orDash(note()),
                Integer.toString(n()),
                Long.toString(total()),
                Double.toString(speed()),
                Double.toString(latitude()),
                orDash(moving()),
                day().toString(),
                clock(),
                cents().toPlainString(),
                exact(),
                HexFormat.of().formatHex(picture()),
                Double.toString(n() / 4.0),
                "-0.5",
                "[" + tags() + "]",
                "{" + limits("=", "") + "}",
                free());
    }

    /// The values that JavaScript can hold.
    String textInJavaScript() {
        return String.join(
                "|",
                Integer.toString(number),
                "3",
                id().toString(),
                Long.toString(at().toEpochMilli()),
                "word-" + number % 50,
                orDash(note()),
                Integer.toString(n()),
                Long.toString(total()),
                whole(speed()),
                whole(latitude()),
                orDash(moving()),
                day().toString(),
                HexFormat.of().formatHex(picture()),
                whole(n() / 4.0),
                "[" + tags() + "]");
    }

    /// JavaScript prints no fraction of a whole number.
    private static String whole(double number) {
        return Double.toString(number).replaceFirst("\\.0$", "");
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
