package smartcity.sink.schema;

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

class JsonSchemaReaderTest {
    private static RecordSchema read(String json) {
        return JsonSchemaReader.read("x.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// A schema with the event time and one more property.
    private static String with(String property) {
        return """
                {"$id": "urn:x", "type": "object", "required": ["timestamp"], "properties": {
                 "timestamp": {"type": "string", "format": "date-time"}, %s}}""".formatted(property);
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
                "{'type': 'string', 'format': 'uuid'}|UUID",
                "{'type': 'string', 'format': 'date-time'}|INSTANT",
                "{'type': 'string', 'contentEncoding': 'base64'}|BYTES",
                "{'type': 'integer'}|INT64",
                "{'type': 'integer', 'minimum': 0}|INT64",
                "{'type': 'integer', 'minimum': 0, 'maximum': 2147483647}|INT32",
                "{'type': 'integer', 'minimum': 0, 'maximum': 2147483648}|INT64",
                "{'type': 'integer', 'enum': [0, 99]}|INT32",
                "{'type': 'integer', 'enum': [0, 9999999999]}|INT64",
                "{'type': 'number'}|DOUBLE",
                "{'type': 'boolean'}|BOOLEAN",
                "{'type': ['null', 'string']}|TEXT",
                "{'type': 'array', 'items': {'type': 'number'}}|LIST",
                "{'type': 'object', 'properties': {'a': {'type': 'boolean'}}}|GROUP",
            })
    void givesEachPropertyItsType(String property, ColumnType type) {
        RecordSchema schema = read(with("\"p\": " + property.replace('\'', '"')));

        assertThat(schema.column("p").type()).isEqualTo(type);
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
                        schema.eventTime().slot(),
                        group.slot(),
                        group.children().getFirst().slot(),
                        inner.slot(),
                        inner.children().getFirst().slot(),
                        schema.column("l").slot()))
                .containsExactly(0, 1, 2, 3, 4, 5);
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
                "{'type': 'string', 'format': 'date'}|x.json#/properties/p/format must be uuid or date-time but was \"date\"",
                "{'type': 'string', 'contentEncoding': 'base32'}|x.json#/properties/p/contentEncoding must be base64 but was base32",
                "{'type': ['string', 'number']}|x.json#/properties/p/type must be one type, with or without null, but was [\"string\",\"number\"]",
                "{'enum': [1]}|x.json#/properties/p must have a type",
                "{'$ref': '#/x'}|x.json#/properties/p/$ref must not be used: no column type follows from it",
                "{'type': 'object'}|x.json#/properties/p/properties must name at least one property",
                "{'type': 'array', 'items': {'type': 'any'}}|x.json#/properties/p/items/type must be string, integer, number, boolean, object or array but was \"any\"",
            })
    void refusesWhatHasNoColumnTypeByFilePointerAndRule(String property, String message) {
        String schema = with("\"p\": " + property.replace('\'', '"'));

        assertThatThrownBy(() -> read(schema))
                .isInstanceOf(UnsupportedSchema.class)
                .hasMessage(message);
    }

    @Test
    void refusesNamesTheSinkAddsItselfAndAMissingEventTime() {
        String reserved = with("\"kafka_offset\": {\"type\": \"integer\"}");
        String timeless = "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"number\"}}}";
        String optional =
                "{\"type\": \"object\", \"properties\": {\"timestamp\": {\"type\": \"string\", \"format\": \"date-time\"}}}";

        assertThatThrownBy(() -> read(reserved))
                .hasMessage("x.json#/properties/kafka_offset must not use a name that the sink adds itself");
        assertThatThrownBy(() -> read(timeless)).hasMessage("x.json#/properties must have the event time timestamp");
        assertThatThrownBy(() -> read(optional))
                .hasMessage("x.json#/properties/timestamp must be a required date-time, never null");
    }
}
