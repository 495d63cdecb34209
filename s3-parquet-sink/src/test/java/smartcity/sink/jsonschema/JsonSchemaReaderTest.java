package smartcity.sink.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.UnsupportedSchema;

class JsonSchemaReaderTest {
    private static RecordSchema read(String json) {
        return JsonSchemaReader.read("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static RecordSchema read(String json, EventTimeSource from) {
        return JsonSchemaReader.read("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), from);
    }

    /// A schema with the event time and one more property.
    private static String with(String property) {
        return """
                {"$id": "urn:x", "type": "object", "required": ["timestamp"], "properties": {
                 "timestamp": {"type": "string", "format": "date-time"}, %s},
                 "$defs": {"day": {"type": "string", "format": "date"}, "alias/day": {"$ref": "#/$defs/day"},
                   "point": {"type": "object", "properties": {"x": {"type": "number"}, "y": {"type": "number"}}},
                   "tree": {"type": "object", "properties": {"left": {"$ref": "#/$defs/tree"}}},
                   "loop": {"$ref": "#/$defs/loop"}}}""".formatted(property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vehicle_data", "gps_data", "traffic_data", "weather_data", "emergency_data"})
    void readsEveryTopicOfTheCity(String topic) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/schemas/" + topic + ".schema.json")) {
            assertThat(file).isNotNull();

            RecordSchema schema = JsonSchemaReader.read(topic, file);

            assertThat(schema.id()).isEqualTo("urn:smartcity:schema:" + topic + ":1");
            assertThat(schema.column("id").type()).isEqualTo(ColumnType.UUID);
            assertThat(schema.column("location").type()).isEqualTo(ColumnType.GROUP);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'string'}|TEXT",
                "{'type': 'string', 'enum': ['a']}|TEXT",
                "{'type': 'string', 'format': 'email'}|TEXT",
                "{'type': 'string', 'format': 'uuid'}|UUID",
                "{'type': 'string', 'format': 'date-time'}|INSTANT",
                "{'type': 'string', 'format': 'date'}|DATE",
                "{'type': 'string', 'format': 'time'}|TIME",
                "{'type': 'string', 'format': 'decimal', 'x-precision': 10, 'x-scale': 2}|DECIMAL(10, 2)",
                "{'type': 'number', 'format': 'decimal', 'x-precision': 38, 'x-scale': 38}|DECIMAL(38, 38)",
                "{'type': ['string', 'number', 'null'], 'format': 'decimal', 'x-precision': 5}|DECIMAL(5, 0)?",
                "{'type': 'integer', 'format': 'decimal', 'x-precision': 30}|DECIMAL(30, 0)",
                "{'type': 'string', 'contentEncoding': 'base64'}|BYTES",
                "{'type': 'string', 'format': 'byte'}|BYTES",
                "{'type': 'integer'}|INT64",
                "{'type': 'integer', 'minimum': 0}|INT64",
                "{'type': 'integer', 'minimum': 0, 'maximum': 2147483647}|INT32",
                "{'type': 'integer', 'minimum': 0.5, 'exclusiveMaximum': 2147483648.0}|INT32",
                "{'type': 'integer', 'minimum': 0, 'maximum': 2147483648}|INT64",
                "{'type': 'integer', 'minimum': -9223372036854775808, 'maximum': 9223372036854775807}|INT64",
                "{'type': 'integer', 'minimum': 0, 'maximum': 9223372036854775808}|DECIMAL(19, 0)",
                "{'type': 'integer', 'minimum': 0, 'maximum': 18446744073709551615}|DECIMAL(20, 0)",
                "{'type': 'integer', 'exclusiveMinimum': -1e30, 'maximum': 0}|DECIMAL(30, 0)",
                "{'type': 'integer', 'enum': [0, 99]}|INT32",
                "{'type': 'integer', 'enum': [0, 9999999999]}|INT64",
                "{'type': 'integer', 'format': 'int32'}|INT32",
                "{'type': 'integer', 'format': 'uint32', 'minimum': 0}|INT64",
                "{'type': 'integer', 'format': 'uint64', 'minimum': 0}|DECIMAL(20, 0)",
                "{'type': 'number'}|DOUBLE",
                "{'type': 'number', 'format': 'float'}|DOUBLE",
                "{'type': 'boolean'}|BOOLEAN",
                "{'type': ['null', 'string']}|TEXT?",
                "{'type': 'string', 'nullable': true}|TEXT?",
                "{'const': 'a'}|TEXT",
                "{'const': 7}|INT32",
                "{'enum': ['a', 'b', null]}|TEXT?",
                "{'enum': [true]}|BOOLEAN",
                "{'enum': [0.5, 1.5]}|DOUBLE",
                "{'oneOf': [{'type': 'null'}, {'type': 'number'}]}|DOUBLE?",
                "{'anyOf': [{'type': 'number'}, {'const': null}], 'title': 'x'}|DOUBLE?",
                "{'allOf': [{'$ref': '#/$defs/day'}], 'description': 'x'}|DATE",
                "{'$ref': '#/$defs/day'}|DATE",
                "{'anyOf': [{'$ref': '#/$defs/alias~1day'}, {'type': 'null'}]}|DATE?",
                "{'type': 'string', 'oneOf': [{'minLength': 1}, {'maxLength': 0}]}|TEXT",
                "{'type': 'array', 'items': {'type': 'number'}}|LIST",
                "{'type': 'object', 'properties': {'a': {'type': 'boolean'}}}|GROUP",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'oneOf': [{'required': ['a']}]}|GROUP",
                "{'type': 'object', 'additionalProperties': {'type': 'number'}}|MAP",
                "{'type': 'object'}|JSON",
                "{'type': ['object', 'null'], 'additionalProperties': true}|JSON?",
            })
    void givesEachPropertyItsType(String property, String expected) {
        RecordSchema schema = read(with("\"p\": " + property.replace('\'', '"')));

        Column column = schema.column("p");
        String digits = column.precision() == 0 ? "" : "(" + column.precision() + ", " + column.scale() + ")";
        assertThat(column.type() + digits + (column.nullable() ? "?" : "")).isEqualTo(expected);
    }

    @Test
    void nestsAnythingInAnything() {
        RecordSchema schema = read(with("""
                "p": {"type": "array", "items": {"type": "object", "additionalProperties":
                  {"type": "array", "items": {"$ref": "#/$defs/point"}}}}"""));

        Column map = schema.column("p").children().getFirst();
        Column points = map.children().getLast();
        Column point = points.children().getFirst();
        assertThat(List.of(map.name(), points.name(), point.name())).containsExactly("element", "value", "element");
        assertThat(List.of(map.type(), points.type(), point.type()))
                .containsExactly(ColumnType.MAP, ColumnType.LIST, ColumnType.GROUP);
        assertThat(map.children().getFirst()).isEqualTo(Column.scalar("key", ColumnType.TEXT, true, false, 0));
        assertThat(points.slot()).isEqualTo(1);
        assertThat(map.children()).extracting(Column::slots).containsExactly(1, 1);
        assertThat(points.children()).extracting(Column::slots).containsExactly(3);
    }

    @Test
    void readsARootThatIsAReference() {
        RecordSchema schema = read("""
                {"$id": "urn:r", "$ref": "#/definitions/Root", "definitions": {"Root": {
                  "type": "object", "required": ["timestamp"],
                  "properties": {"timestamp": {"type": "string", "format": "date-time"}}}}}""");

        assertThat(schema.id()).isEqualTo("urn:r");
        assertThat(schema.columns()).hasSize(1);
    }

    @Test
    void givesEachValueASlotOfItsOwn() {
        RecordSchema schema = read(with("""
                "g": {"type": "object", "required": ["a"], "properties": {"a": {"type": "number"},
                  "h": {"type": "object", "properties": {"b": {"type": "number"}}}}},
                "l": {"type": "array", "items": {"type": "object", "properties": {"c": {"type": "number"}}}}"""));

        Column group = schema.column("g");
        Column inner = group.children().getLast();
        Column element = schema.column("l").children().getFirst();
        assertThat(List.of(
                        schema.column("timestamp").slot(),
                        group.slot(),
                        group.children().getFirst().slot(),
                        inner.slot(),
                        inner.children().getFirst().slot(),
                        schema.column("l").slot()))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(schema.eventTime()).isEqualTo(new EventTime.OfColumn(0, EpochUnit.MICROS));
        assertThat(schema.slots()).isEqualTo(6);
        assertThat(element.slot()).isZero();
        assertThat(element.children().getFirst().slot()).isEqualTo(1);
        assertThat(group.children().getFirst().optional()).isFalse();
        assertThat(inner.optional()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'strnig'}|/type must be string, integer, number, boolean, object, array or null but was \"strnig\"",
                "{'type': 'string', 'format': 'decimal', 'x-precision': 39}|/x-precision must be within [1, 38] but was 39",
                "{'type': 'string', 'format': 'decimal', 'x-precision': 5, 'x-scale': 6}|/x-scale must be within [0, 5] but was 6",
                "{'type': 'string', 'format': 'decimal', 'x-scale': 2}|/x-precision must be within [1, 38] but was missing",
                "{'type': 'string', 'x-scale': 6}|/x-scale must be used with format decimal",
                "{'$ref': '#/$defs/none'}|/$ref must point to an existing schema but was #/$defs/none",
                "{'$ref': '#nowhere'}|/$ref must point to an existing schema but was #nowhere",
                "{'type': 'array', 'items': {'type': 'arry'}}|/items/type must be string, integer, number, boolean, object, array or null but was \"arry\"",
                "{'type': 'object', 'properties': {'a/b~': 7}}|/properties/a~1b~0 must be a schema but was 7",
                "{'type': 'object', 'properties': {'': {'const': 1}}}|/properties/ must have a name",
            })
    void namesFilePointerAndRuleOfAPropertyWithoutAColumnType(String property, String message) {
        String schema = with("\"p\": " + property.replace('\'', '"'));

        assertThatThrownBy(() -> read(schema))
                .isInstanceOf(UnsupportedSchema.class)
                .hasMessage("x.json#/properties/p" + (message.startsWith("/") ? "" : " ") + message);
    }

    @Test
    void refusesAPropertyWithTheNameOfAnAddedColumn() {
        String reserved = with("\"kafka_offset\": {\"type\": \"integer\"}");

        assertThatThrownBy(() -> read(reserved))
                .hasMessage("x.json#/properties/kafka_offset must not use the name of a column that the sink adds");
    }

    @Test
    void refusesASchemaWithoutTheEventTime() {
        String timeless = "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"number\"}}}";

        assertThatThrownBy(() -> read(timeless)).hasMessage("x.json#/properties must have the event time timestamp");
    }

    @Test
    void refusesASchemaThatNestsTooDeepOrHasTooManyColumns() {
        String deep =
                with("\"p\": " + "{\"type\": \"array\", \"items\": ".repeat(64) + "{\"const\": 1}" + "}".repeat(64));
        StringBuilder doubling =
                new StringBuilder("\"p\": {\"$ref\": \"#/$defs/d14\"}}, \"$defs\": {\"d0\": {\"const\": 1}");
        for (int i = 1; i < 15; i++) {
            String inner = "{\"$ref\": \"#/$defs/d" + (i - 1) + "\"}";
            doubling.append(", \"d%d\": {\"type\": \"object\", \"properties\": {\"a\": %s, \"b\": %s}}"
                    .formatted(i, inner, inner));
        }
        String many = "{\"type\": \"object\", \"properties\": {" + doubling + "}}";

        assertThatThrownBy(() -> read(deep)).hasMessageEndingWith("/items must nest at most 64 deep");
        assertThatThrownBy(() -> read(many)).hasMessageEndingWith(" must not be one of more than 10000 columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|x.json# must be a JSON object",
                "|x.json# must be a JSON object",
                "{'type': 'string'}|x.json# must be of objects",
                "{'type': ['object', 'null']}|x.json# must be of objects",
                "{'$ref': '#'}|x.json# must be of objects",
                "{'type': 'object'}|x.json#/properties must name at least one property",
            })
    void refusesASchemaThatIsNotOfAnObject(String json, String message) {
        String text = json == null ? "" : json.replace('\'', '"');

        assertThatThrownBy(() -> read(text)).hasMessage(message);
    }

    @Test
    void refusesBrokenJsonByFileAndPlace() {
        assertThatThrownBy(() -> read("{\"a\": 1, \"a\": 2}"))
                .hasMessageContaining("x.json# must be JSON but had: Duplicate field 'a'")
                .hasMessageContaining("line: 1");
        assertThatThrownBy(() -> read("{} x")).hasMessageContaining("x.json# must be JSON but had: ");
    }

    @Test
    void findsTheEventTimeInNestedObjectsAndInKafka() {
        String schema = """
                {"type": "object", "required": ["head", "ms", "a.b"], "properties": {"ms": {"type": "integer"},
                  "a.b": {"type": "string", "format": "date-time"},
                  "a": {"type": "object", "properties": {"b": {"type": "number"}}},
                  "head": {"type": "object", "required": ["a/b", "at"], "properties": {
                    "at": {"type": "string", "format": "date-time"}, "a/b": {"type": "string", "format": "date-time"}}}}}""";

        EventTime kafka = read(schema, new EventTimeSource.KafkaTimestamp()).eventTime();
        EventTime millis =
                read(schema, EventTimeSource.of("ms", EpochUnit.MILLIS)).eventTime();
        EventTime nested = read(schema, EventTimeSource.of("/head/a~1b", null)).eventTime();
        EventTime dotted = read(schema, EventTimeSource.of("head.at", null)).eventTime();
        EventTime named = read(schema, EventTimeSource.of("a.b", null)).eventTime();

        assertThat(kafka).isEqualTo(EventTime.OF_KAFKA);
        assertThat(millis).isEqualTo(new EventTime.OfColumn(0, EpochUnit.MILLIS));
        assertThat(nested).isEqualTo(new EventTime.OfColumn(6, EpochUnit.MICROS));
        assertThat(dotted).isEqualTo(new EventTime.OfColumn(5, EpochUnit.MICROS));
        assertThat(named).isEqualTo(new EventTime.OfColumn(1, EpochUnit.MICROS));
    }

    @Test
    void refusesAnEventTimeThatIsMissingOrNoTime() {
        String schema = """
                {"type": "object", "required": ["n", "b"], "properties": {"n": {"type": "integer"},
                  "b": {"type": "object", "properties": {"t": {"type": "string", "format": "date-time"}}}}}""";

        assertThatThrownBy(() -> read(schema, EventTimeSource.of("x", null)))
                .hasMessage("x.json#/properties must have the event time x");
        assertThatThrownBy(() -> read(schema, EventTimeSource.of("/b/x", null)))
                .hasMessage("x.json#/properties/b/properties must have the event time /b/x");
        assertThatThrownBy(() -> read(schema, EventTimeSource.of("b.t.x", null)))
                .hasMessage("x.json#/properties/b/properties/t/properties must have the event time b.t.x");
        assertThatThrownBy(() -> read(schema, EventTimeSource.of("n", null)))
                .hasMessage("x.json#/properties/n must be a date-time or a text with one, as it is the event time");
        assertThatThrownBy(() -> read(schema, EventTimeSource.of("b", EpochUnit.SECONDS)))
                .hasMessage("x.json#/properties/b must be a number or a text with one, as it is the event time");
    }
}
