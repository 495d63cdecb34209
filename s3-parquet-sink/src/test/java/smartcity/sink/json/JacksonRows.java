package smartcity.sink.json;

import com.fasterxml.jackson.core.Base64Variant.PaddingReadBehaviour;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smartcity.sink.schema.Column;

/// Reads records with Jackson and the JDK: an independent way to the contents that a row must have.
///
/// Absent properties have no entry, null is an empty `Optional`, bytes and UUIDs are hexadecimal, instants
/// microseconds. Numbers are kept as text, because a tree of Jackson would keep `1.0` and `1e3` only as
/// doubles.
final class JacksonRows {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern INSTANT =
            Pattern.compile("(.{10}T.{8})(\\.\\d+)?(Z|([+-])(\\d\\d):(\\d\\d))", Pattern.CASE_INSENSITIVE);

    private record Digits(String text) {}

    /// @param twice names that appear more than once; the last value counts
    private record Members(Map<String, Object> values, Set<String> twice) {}

    private JacksonRows() {}

    /// Reads the record; a member in `columns` must not appear twice.
    ///
    /// @throws IOException when the record is not a JSON object
    static Map<String, Object> of(byte[] json, List<Column> columns) throws IOException {
        return object(tree(json), columns);
    }

    private static Object tree(byte[] json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Object tree = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "Expected the end, got: " + parser.currentToken());
            }
            return tree;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Members members = new Members(new HashMap<>(), new HashSet<>());
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (members.values.put(name, value(parser)) != null) {
                        members.twice.add(name);
                    }
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NULL -> Optional.empty();
            case null, default -> throw new JsonParseException(parser, "Expected a value, got: none");
        };
    }

    private static Map<String, Object> object(Object tree, List<Column> columns) {
        Members members = (Members) tree;
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            Object member = members.values.get(column.name());
            if (members.twice.contains(column.name())) {
                throw new IllegalArgumentException("Expected " + column.name() + " once, got: " + tree);
            }
            if (member != null) {
                values.put(column.name(), member.equals(Optional.empty()) ? member : typed(member, column));
            }
        }
        return values;
    }

    private static Object typed(Object value, Column column) {
        return switch (column.type()) {
            case TEXT -> (String) value;
            case UUID -> ((String) value).replace("-", "").toLowerCase(Locale.ROOT);
            case BYTES ->
                HexFormat.of()
                        .formatHex(Base64Variants.MIME_NO_LINEFEEDS
                                .withReadPadding(PaddingReadBehaviour.PADDING_ALLOWED)
                                .decode((String) value));
            case INSTANT -> micros((String) value);
            case DATE -> LocalDate.parse((String) value).toEpochDay();
            case TIME -> Math.floorMod(micros("1970-01-01T" + value), 86_400_000_000L);
            case DECIMAL ->
                exact(value instanceof Digits digits ? digits.text() : (String) value)
                        .setScale(column.scale(), RoundingMode.UNNECESSARY);
            case JSON -> (Members) value;
            case ANY_JSON -> value;
            case INT32, INT64 -> exact(((Digits) value).text()).longValueExact();
            case DOUBLE -> Double.valueOf(((Digits) value).text());
            case BOOLEAN -> (Boolean) value;
            case GROUP -> object(value, column.children());
            case LIST ->
                ((List<?>) value)
                        .stream()
                                .map(element -> element.equals(Optional.empty())
                                        ? element
                                        : typed(element, column.children().getFirst()))
                                .toList();
            case MAP -> map((Members) value, column.children().getLast());
        };
    }

    /// Zero stays zero if its exponent exceeds that of the JDK.
    private static BigDecimal exact(String number) {
        return number.matches("-?0(\\.0+)?([eE].*)?") ? BigDecimal.ZERO : new BigDecimal(number);
    }

    private static Map<Object, Object> map(Members entries, Column value) {
        if (!entries.twice.isEmpty()) {
            throw new IllegalArgumentException("Expected each key once, got: " + entries.twice);
        }
        Map<Object, Object> map = new HashMap<>();
        entries.values.forEach(
                (key, entry) -> map.put(key, entry.equals(Optional.empty()) ? entry : typed(entry, value)));
        return map;
    }

    /// The members of an object as they are written.
    static Object plain(String json) {
        try {
            return tree(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + json, e);
        }
    }

    private static long micros(String text) {
        Matcher matcher = INSTANT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Expected a date-time, got: " + text);
        }
        long seconds =
                LocalDateTime.parse(matcher.group(1).toUpperCase(Locale.ROOT)).toEpochSecond(ZoneOffset.UTC);
        if (matcher.group(4) != null) {
            String sign = matcher.group(4);
            seconds -=
                    Integer.parseInt(sign + matcher.group(5)) * 3600L + Integer.parseInt(sign + matcher.group(6)) * 60L;
        }
        String fraction = matcher.group(2) == null ? "." : matcher.group(2);
        return seconds * 1_000_000 + Long.parseLong((fraction + "000000").substring(1, 7));
    }
}
