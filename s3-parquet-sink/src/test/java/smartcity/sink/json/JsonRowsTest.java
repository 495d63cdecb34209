package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.RecordSchema;

class JsonRowsTest {
    private static final String SCHEMA = """
            {"$id": "urn:test:1", "type": "object",
             "properties": {
               "timestamp": {"type": "string", "format": "date-time"},
               "text": {"type": "string"},
               "id": {"type": "string", "format": "uuid"},
               "small": {"type": "integer", "minimum": 0, "maximum": 2000000000},
               "large": {"type": "integer"},
               "number": {"type": "number"},
               "flag": {"type": "boolean"},
               "bytes": {"type": "string", "contentEncoding": "base64"},
               "maybe": {"type": ["string", "null"]},
               "place": {"type": "object", "properties": {
                   "x": {"type": "number"}, "note": {"type": "string"}, "value": {"type": "string"}},
                   "required": ["x"]},
               "tags": {"type": "array", "items": {"type": "string"}},
               "lanes": {"type": "array", "items": {"type": "object", "properties": {
                   "no": {"type": "integer"}, "speeds": {"type": "array", "items": {"type": "number"}}},
                   "required": ["no"]}}},
             "required": ["timestamp"]}""";

    private final RecordSchema schema =
            JsonSchemaReader.read("test", new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8)));
    private final Row row = new Row(schema.slots());
    private final JsonRows rows = new JsonRows(new JsonFormat(schema, UnknownFields.IGNORE), row);

    private ConversionResult convert(String json) {
        return rows.convert(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// Converts a record with `fields` in addition to the event time.
    private ConversionResult with(String fields) {
        return convert("{\"timestamp\":\"2026-11-23T10:00:00Z\"," + fields + "}");
    }

    private int slot(String name) {
        return schema.column(name).slot();
    }

    private String text(int slot) {
        return new String(row.bytes(slot), row.offset(slot), row.length(slot), StandardCharsets.UTF_8);
    }

    private static String reason(ConversionResult result) {
        assertThat(result).isInstanceOf(ConversionResult.Refused.class);
        return ((ConversionResult.Refused) result).reason();
    }

    @Test
    void readsEveryTypeInAnyOrder() {
        ConversionResult result = convert("""
                { "flag":true,"number":-12.5e1 , "large":-9223372036854775808,"small":1999999999,
                "bytes":"AP8B","id":"123e4567-E89B-12d3-a456-426614174000","text":"Grüße 🚗","maybe":null,
                "place":{"note":"a","x":0.1},"timestamp":"2026-11-23T10:15:30.123456Z" }""");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(row.longAt(slot("flag"))).isEqualTo(1);
        assertThat(row.doubleAt(slot("number"))).isEqualTo(-125.0);
        assertThat(row.longAt(slot("large"))).isEqualTo(Long.MIN_VALUE);
        assertThat(row.longAt(slot("small"))).isEqualTo(1_999_999_999);
        assertThat(HexFormat.of()
                        .formatHex(row.bytes(slot("bytes")), row.offset(slot("bytes")), row.offset(slot("bytes")) + 3))
                .isEqualTo("00ff01");
        assertThat(HexFormat.of().formatHex(row.bytes(slot("id")), row.offset(slot("id")), row.offset(slot("id")) + 16))
                .isEqualTo("123e4567e89b12d3a456426614174000");
        assertThat(text(slot("text"))).isEqualTo("Grüße 🚗");
        assertThat(row.has(slot("maybe"))).isFalse();
        assertThat(row.has(slot("tags"))).isFalse();
        Column place = schema.column("place");
        assertThat(row.has(place.slot())).isTrue();
        assertThat(row.doubleAt(place.children().getFirst().slot())).isEqualTo(0.1);
        assertThat(row.longAt(slot("timestamp"))).isEqualTo(1_795_428_930_123_456L);
        assertThat(Instant.ofEpochSecond(1_795_428_930L)).hasToString("2026-11-23T10:15:30Z");
    }

    @Test
    void readsListsOfObjectsThatHoldLists() {
        ConversionResult result =
                with("\"tags\":[\"a\",\"b\\n\"],\"lanes\":[{\"no\":1,\"speeds\":[1.5,2]},{\"no\":2,\"speeds\":[]}]");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        int tags = slot("tags");
        assertThat(row.count(tags)).isEqualTo(2);
        int second = row.next(row.firstFrame(tags));
        assertThat(text(second)).isEqualTo("b\n");
        int lanes = slot("lanes");
        Column lane = schema.column("lanes").children().getFirst();
        int no = lane.children().getFirst().slot();
        int speeds = lane.children().getLast().slot();
        int first = row.firstFrame(lanes);
        assertThat(row.longAt(first + no)).isEqualTo(1);
        assertThat(row.count(first + speeds)).isEqualTo(2);
        assertThat(row.doubleAt(row.next(row.firstFrame(first + speeds)))).isEqualTo(2.0);
        assertThat(row.longAt(row.next(first) + no)).isEqualTo(2);
        assertThat(row.count(row.next(first) + speeds)).isZero();
    }

    @Test
    void clearsTheValuesOfThePreviousRecord() {
        with("\"text\":\"old\",\"tags\":[\"x\"]");

        ConversionResult result = with("\"large\":1");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(row.has(slot("text"))).isFalse();
        assertThat(row.has(slot("tags"))).isFalse();
    }

    @Test
    void skipsMembersThatTheSchemaDoesNotDefine() {
        ConversionResult result = with("\"new\":{\"a\":[1,-0.5e+3,{\"b\":null}],\"c\":\"\\u00e9\"},\"text\":\"kept\"");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(text(slot("text"))).isEqualTo("kept");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\\\"\\\\\\/\\b\\f\\n\\r\\t`, `225c2f080c0a0d09`",
                "`\\u0041\\u00e9\\u20ac`, `41c3a9e282ac`",
                "`\\ud83d\\ude97x`, `f09f9a9778`"
            })
    void unescapesText(String escaped, String utf8) {
        ConversionResult result = with("\"text\":\"" + escaped + "\"");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        int slot = slot("text");
        assertThat(HexFormat.of().formatHex(row.bytes(slot), row.offset(slot), row.offset(slot) + row.length(slot)))
                .isEqualTo(utf8);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1e22, 1e22",
        "1e23, 1e23",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0.1000000000000000055511151231257827, 0.1",
        "4.9e-324, 4.9e-324",
        "51.50735100000001, 51.50735100000001",
        "9007199254740993, 9007199254740992",
        "0.000000000000000000000000000001, 1e-30"
    })
    void readsNumbersToTheNearestDouble(String json, double expected) {
        ConversionResult result = with("\"number\":" + json);

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(row.doubleAt(slot("number"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 9223372036854775807",
        "-0, 0",
        "1.0, 1",
        "12.50e1, 125",
        "1e18, 1000000000000000000"
    })
    void readsIntegersInAnyNotation(String json, long expected) {
        ConversionResult result = with("\"large\":" + json);

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(row.longAt(slot("large"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"text\":5`|text must be a string but was 5",
                "`\"number\":\"fast\"`|number must be a number but was \"fast\"",
                "`\"small\":3000000000`|small must be an integer of 32 bits but was 3000000000",
                "`\"large\":1.5`|large must be an integer of 64 bits but was 1.5",
                "`\"large\":9223372036854775808`|large must be an integer of 64 bits but was 9223372036854775808",
                "`\"large\":1e999999999`|large must be an integer of 64 bits but was 1e999999999",
                "`\"large\":1e9999999999`|large must be an integer of 64 bits but was 1e9999999999",
                "`\"number\":1e400`|number must fit a double but was 1e400",
                "`\"flag\":1`|flag must be true or false but was 1",
                "`\"id\":\"no\"`|id must be a UUID but was \"no\"",
                "`\"bytes\":\"*\"`|bytes must be base64 but was \"*\"",
                "`\"text\":null`|text must not be null",
                "`\"place\":{}`|place.x must be present",
                "`\"place\":{\"x\":1,\"value\":2}`|place.value must be a string but was 2",
                "`\"place\":[]`|place must be an object but was [",
                "`\"tags\":[1]`|tags.element must be a string but was 1",
                "`\"lanes\":[{\"no\":1},{\"no\":true}]`|lanes.element.no must be an integer but was true",
                "`\"timestamp\":\"2026-11-23T10:00:00Z\"`|timestamp must appear once but appeared again at byte 48",
                "`\"number\":\"\u0085\u009b\u2028\u202e\"`|number must be a number but was \"????\"",
                "`\"number\":NaN`|number must be a number but was NaN",
            })
    void namesFieldRuleAndValueOfABrokenRecord(String field, String reason) {
        ConversionResult result = with(field);

        assertThat(reason(result)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|value must be JSON but ended at byte 0 instead of '{'",
                "`[]`|value must be JSON but had [ at byte 0 instead of '{'",
                "`{\"timestamp\":\"2026-11-23T10:00:00Z\"`|value must be JSON but ended at byte 35 instead of ',' or '}'",
                "`{\"timestamp\":\"2026-11-23T10:00:00Z\"} x`|value must be JSON but had x at byte 37 instead of the end",
                "`{\"text\": `|value must be JSON but ended at byte 9 instead of a string",
                "`{\"a\":01}`|value must be JSON but had 1 at byte 6 instead of ',' or '}'",
                "`{\"a\":1.}`|value must be JSON but had } at byte 7 instead of a digit",
                "`{\"a\":tru}`|value must be JSON but had tru at byte 5 instead of true",
                "`{\"a\":\"\\x\"}`|value must be JSON but had \\x\" at byte 6 instead of an escape",
                "`{\"a\":\"\\ud800\"}`|value must be JSON but had \\ud800\" at byte 6 instead of a pair of surrogates",
                "`{a:1}`|value must be JSON but had a:1 at byte 1 instead of '\"'",
                "`{\"a\":{1:2}}`|value must be JSON but had 1:2 at byte 6 instead of '\"'",
                "`{\"a\" 1}`|value must be JSON but had 1 at byte 5 instead of ':'",
                "`{}`|timestamp must be present",
            })
    void refusesAValueThatIsNotAJsonObject(String json, String reason) {
        ConversionResult result = convert(json);

        assertThat(reason(result)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"c0af", "eda080", "f4908080", "80", "e282", "ff", "01"})
    void refusesTextThatIsNotUtf8(String hex) {
        byte[] json = ("{\"text\":\"" + "??".repeat(hex.length() / 2) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] bad = HexFormat.of().parseHex(hex);
        System.arraycopy(bad, 0, json, 9, bad.length);

        ConversionResult result = rows.convert(ByteBuffer.wrap(json));

        assertThat(reason(result)).contains("at byte 9 instead of");
    }

    @Test
    void refusesAValueThatNestsTooDeep() {
        ConversionResult deep = with("\"a\":" + "[".repeat(100_000) + "]".repeat(100_000));

        assertThat(reason(deep)).isEqualTo("value must nest at most 64 deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "new"})
    void refusesANumberOfMoreThan1000Characters(String name) {
        ConversionResult result = with("\"" + name + "\":" + "1".repeat(1001));

        assertThat(reason(result))
                .isEqualTo("value must have numbers of at most 1000 characters but had 1001 at byte "
                        + (38 + name.length() + 1));
    }

    /// A row keeps what is unescaped in an array that grows: whatever comes first must fit into the grown one.
    @ParameterizedTest
    @CsvSource({"\\n, 0a", "\\u00e9, c3a9", "\\ud83d\\ude97, f09f9a97", "a, 61", "é, c3a9", "🚗, f09f9a97"})
    void unescapesTextOfEveryLength(String escaped, String utf8) {
        ConversionResult result = with("\"text\":\"\\t" + escaped.repeat(5_000) + "\"");

        assertThat(result).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(text(slot("text")))
                .isEqualTo("\t" + new String(HexFormat.of().parseHex(utf8.repeat(5_000)), StandardCharsets.UTF_8));
    }

    @Test
    void readsAValueInTheMiddleOfABufferWithoutMovingItsPosition() {
        byte[] json = "xx{\"timestamp\":\"1970-01-01T00:00:01Z\"}yy".getBytes(StandardCharsets.UTF_8);
        ByteBuffer value = ByteBuffer.wrap(json, 2, json.length - 4).slice();
        ByteBuffer direct = ByteBuffer.allocateDirect(value.remaining())
                .put(value.duplicate())
                .flip();

        ConversionResult heap = rows.convert(value);
        ConversionResult copied = rows.convert(direct);

        assertThat(heap).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(copied).isEqualTo(ConversionResult.ACCEPTED);
        assertThat(value.remaining()).isEqualTo(json.length - 4);
        assertThat(row.longAt(0)).isEqualTo(1_000_000);
    }
}
