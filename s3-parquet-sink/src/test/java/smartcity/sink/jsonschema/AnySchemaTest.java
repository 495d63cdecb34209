package smartcity.sink.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.UnsupportedSchema;

/// Schemas as others write them: what is unambiguous has a type, everything else is kept as JSON.
class AnySchemaTest {
    private static final String DEFS = """
            "$defs": {"day": {"type": "string", "format": "date"},
              "p%c": {"type": "boolean"}, "a b": {"type": "boolean"},
              "point": {"$anchor": "point", "type": "object", "required": ["x"], "properties": {"x": {"type": "number"}}},
              "named": {"$id": "https://example.com/named", "$ref": "#/$defs/inner",
                "$defs": {"inner": {"type": "integer", "maximum": 9, "minimum": 0}}},
              "tree": {"type": "object", "properties": {"left": {"$ref": "#/$defs/tree"}, "n": {"type": "integer"}}},
              "loop": {"$ref": "#/$defs/loop"}}""";

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String with(String properties) {
        return "{'type': 'object', 'properties': {" + properties + "}, " + DEFS + "}";
    }

    private static RecordSchema read(String json) {
        return JsonSchemaReader.read("x.json", stream(json), new EventTimeSource.KafkaTimestamp());
    }

    private static RecordSchema strict(String json) {
        return new JsonSchemaReader(
                        new SchemaRules(new EventTimeSource.KafkaTimestamp(), UntypedValues.REFUSE, Optional.empty()))
                .read("x.json", Optional.empty(), stream(json));
    }

    /// The type in short: `TEXT`, `INT32?` with null, `LIST<DOUBLE>`, `MAP<JSON>`, `GROUP{a TEXT, b! INT64}` with the
    /// required members marked.
    private static String typeOf(Column column) {
        String inner = switch (column.type()) {
            case LIST -> "<" + typeOf(column.children().getFirst()) + ">";
            case MAP -> "<" + typeOf(column.children().getLast()) + ">";
            case GROUP -> "{" + members(column.children()) + "}";
            case DECIMAL -> "(" + column.precision() + "," + column.scale() + ")";
            default -> "";
        };
        return column.type() + inner + (column.nullable() ? "?" : "");
    }

    private static String members(List<Column> columns) {
        return columns.stream()
                .map(one -> one.name() + (one.required() ? "! " : " ") + typeOf(one))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Nothing is ambiguous.
                "{'$ref': '#/$defs/point', 'additionalProperties': true}|GROUP{x! DOUBLE}",
                "{'$ref': '#/$defs/day', 'type': 'string', 'description': 'x'}|DATE",
                "{'type': 'string', 'oneOf': [{'const': 'a'}, {'const': 'b'}]}|TEXT",
                "{'type': 'string', 'anyOf': [{'format': 'ipv4'}, {'format': 'ipv6'}]}|TEXT",
                "{'type': 'string', 'anyOf': [{'format': 'uuid'}, {'format': 'date'}]}|TEXT",
                "{'oneOf': [{'const': 'a', 'title': 'x'}, {'const': 'b'}]}|TEXT",
                "{'oneOf': [{'type': 'integer', 'maximum': 9, 'minimum': 0}, {'enum': [3000000000]}]}|INT64",
                "{'$ref': '#/$defs/p%25c'}|BOOLEAN",
                "{'$ref': '#/$defs/a%20b'}|BOOLEAN",
                "{'$ref': '#point'}|GROUP{x! DOUBLE}",
                "{'$ref': 'https://example.com/named'}|INT32",
                "{'type': 'string', 'format': 'google-datetime'}|TEXT",
                "{'type': 'string', 'contentEncoding': 'base32'}|TEXT",
                "{'type': 'string', 'format': 'decimal'}|TEXT",
                "{'type': 'number', 'format': 'decimal'}|DOUBLE",
                "{'type': 'number', 'format': 'money'}|DOUBLE",
                "{'type': 'integer', 'format': 'unix-time'}|INT64",
                "{'type': ['integer', 'number']}|DOUBLE",
                "{'type': 'number', 'not': {'const': 0}}|DOUBLE",
                "{'type': 'string', 'if': {'minLength': 3}, 'then': {'pattern': 'x'}}|TEXT",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'patternProperties': {'^x': true}}|GROUP{a INT32}",
                "{'properties': {'a': {'const': 1}}}|GROUP{a INT32}",
                "{'items': {'type': 'boolean'}}|LIST<BOOLEAN>",
                "{'type': 'object', 'additionalProperties': false, 'patternProperties': {'^x': {'type': 'number'}}}|MAP<DOUBLE>",
                "{'type': 'array', 'prefixItems': [{'type': 'number'}, {'type': 'number'}], 'items': false}|LIST<DOUBLE>",
                "{'type': 'array', 'prefixItems': [{'type': 'number'}, {'type': 'number'}], 'maxItems': 2}|LIST<DOUBLE>",
                "{'type': 'array', 'items': [{'type': 'number'}], 'additionalItems': {'type': 'integer'}}|LIST<DOUBLE>",
                // Subschemas that apply together.
                "{'allOf': [{'$ref': '#/$defs/point'}, {'properties': {'y': {'type': 'string'}}, 'required': ['y']}]}|GROUP{x! DOUBLE, y! TEXT}",
                "{'allOf': [{'type': ['string', 'null']}, {'type': 'string', 'format': 'uuid'}]}|UUID",
                "{'allOf': [{'properties': {'a': {'type': ['integer', 'string']}}}, {'properties': {'a': {'type': 'string'}}}]}|GROUP{a TEXT}",
                "{'allOf': [{'$ref': '#/$defs/day'}], 'nullable': true}|DATE?",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'dependentSchemas': {'a': {'properties': {'b': {'type': 'string'}}, 'required': ['b']}}}|GROUP{a INT32, b TEXT}",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'if': {}, 'then': {'properties': {'b': {'type': 'string'}}}}|GROUP{a INT32, b TEXT}",
                // Objects by choice.
                "{'oneOf': [{'$ref': '#/$defs/point'}, {'type': 'object', 'required': ['x', 'r'], 'properties': {'x': {'type': 'number'}, 'r': {'type': 'number'}}}]}|GROUP{x! DOUBLE, r DOUBLE}",
                "{'oneOf': [{'$ref': '#/$defs/point'}, {'type': 'null'}, {'type': 'object', 'properties': {'x': {'type': 'string'}}}]}|GROUP{x ANY_JSON}?",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'anyOf': [{'required': ['a']}, {'properties': {'b': {'const': 'b'}}}]}|GROUP{a INT32, b TEXT}",
                // No column type follows.
                "{'anyOf': [{'type': 'integer'}, {'minimum': 2}]}|ANY_JSON?",
                "{'anyOf': [{'type': 'number'}, {}]}|ANY_JSON?",
                "{'oneOf': [{'type': 'number'}, true]}|ANY_JSON?",
                "{'anyOf': [{'$ref': '#/$defs/point'}, {'type': 'object'}]}|JSON",
                "{'anyOf': [{'$ref': '#/$defs/point'}, {'type': 'object', 'additionalProperties': {'type': 'number'}}]}|ANY_JSON",
                "{'type': ['string', 'number']}|ANY_JSON",
                "{'type': ['string', 'number', 'null']}|ANY_JSON?",
                "{'oneOf': [{'type': 'string'}, {'type': 'array', 'items': {'type': 'string'}}]}|ANY_JSON",
                "{'enum': [1, 'a']}|ANY_JSON",
                "{'type': 'any'}|ANY_JSON?",
                "{'description': 'anything'}|ANY_JSON?",
                "{'format': 'date-time'}|ANY_JSON?",
                "{'minimum': 2}|ANY_JSON?",
                "true|ANY_JSON?",
                "false|ANY_JSON",
                "{}|ANY_JSON?",
                "{'type': 'null'}|ANY_JSON?",
                "{'allOf': [{'type': 'string'}, {'type': 'number'}]}|ANY_JSON",
                "{'type': 'integer', 'maximum': 1e39}|ANY_JSON",
                "{'type': 'integer', 'maximum': 1e999999999}|ANY_JSON",
                "{'type': 'array'}|ANY_JSON",
                "{'type': ['array', 'null'], 'items': {}}|ANY_JSON?",
                "{'type': 'array', 'items': {'description': 'x'}}|ANY_JSON",
                "{'type': 'array', 'items': {'type': ['string', 'number']}}|LIST<ANY_JSON>",
                "{'type': 'array', 'prefixItems': [{'type': 'number'}, {'type': 'string'}], 'items': false}|ANY_JSON",
                "{'type': 'array', 'prefixItems': [{'type': 'number'}]}|ANY_JSON",
                "{'type': 'array', 'items': [{'type': 'number'}]}|ANY_JSON",
                "{'type': 'object', 'additionalProperties': {'type': ['string', 'number', 'null']}}|MAP<ANY_JSON?>",
                "{'type': 'object', 'additionalProperties': {'title': 'x'}}|JSON",
                "{'type': 'object', 'additionalProperties': false}|JSON",
                "{'type': 'object', 'properties': {'a': true, 'b': {'type': 'array', 'items': {'properties': {'c': {}}}}}}|GROUP{a ANY_JSON?, b LIST<GROUP{c ANY_JSON?}>}",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'required': ['b']}|GROUP{a INT32, b! ANY_JSON?}",
                "{'$ref': '#/$defs/tree'}|GROUP{left ANY_JSON?, n INT64}",
                "{'$ref': '#/$defs/loop'}|ANY_JSON?",
            })
    void givesEachPropertyTheTypeThatFollowsOrJson(String property, String expected) {
        RecordSchema schema = read(with("'p': " + property));

        assertThat(typeOf(schema.column("p"))).isEqualTo(expected);
        assertThat(schema.namesOf(ColumnType.ANY_JSON)).hasSize(expected.split("ANY_JSON", -1).length - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'anyOf': [{'type': 'integer'}, {'minimum': 2}]}|must have a type",
                "{'type': ['string', 'number']}|must be of one type, with or without null, but was of [INTEGER, FRACTION, STRING]",
                "{'type': 'array'}|must have items with a type",
                "{'type': 'array', 'items': true}|must have items with a type",
                "{'type': 'array', 'items': {'enum': [1, 'a']}}|/items must be of one type, with or without null, but was of [INTEGER, STRING]",
                "{'type': 'array', 'items': [{'const': 1}, {'const': 'a'}], 'maxItems': 2}|must have elements of one type at every position",
                "{'type': 'object', 'properties': {'a': {'const': 1}}, 'required': ['b']}|must name a type of the required property b",
                "{'type': 'integer', 'maximum': 1e39}|must be an integer of at most 38 digits",
                "{'anyOf': [{'$ref': '#/$defs/point'}, {'additionalProperties': {'type': 'number'}}]}|must be either an object with properties or a map",
                "{'$ref': '#/$defs/loop'}|must have a type",
                "{'$ref': '#/$defs/tree'}|@x.json#/$defs/tree/properties/left must not refer to itself: a column cannot contain itself",
                "{'properties': {'a': {'properties': {'b': {}}}}}|/properties/a/properties/b must have a type",
            })
    void refusesWhatNoTypeFollowsFromIfThatIsSet(String property, String message) {
        assertThatThrownBy(() -> strict(with("'p': " + property)))
                .isInstanceOf(UnsupportedSchema.class)
                .hasMessage(
                        message.startsWith("@")
                                ? message.substring(1)
                                : "x.json#/properties/p" + (message.startsWith("/") ? "" : " ") + message);
    }

    @Test
    void refusesNothingThatHasATypeIfThatIsSet() {
        String properties = """
                'a': {'type': 'object'}, 'b': {'$ref': '#point'}, 'c': {'type': 'string', 'oneOf': [{'const': 'x'}]}""";

        assertThat(members(strict(with(properties)).columns())).isEqualTo("a JSON, b GROUP{x! DOUBLE}, c TEXT");
    }

    @Test
    void joinsTheEventTypesOfATopicAndKeepsTheirNamesInOrder() {
        RecordSchema schema = read("""
                {'oneOf': [{'$ref': '#/$defs/Created'}, {'$ref': '#/$defs/Paid'}],
                 'discriminator': {'propertyName': 'type'},
                 '$defs': {
                  'Event': {'type': 'object', 'required': ['type', 'at'], 'properties': {
                    'type': {'type': 'string'}, 'at': {'type': 'string', 'format': 'date-time'}}},
                  'Created': {'allOf': [{'$ref': '#/$defs/Event'}, {'required': ['items'], 'properties': {
                    'type': {'const': 'created'}, 'data': {'type': 'object', 'properties': {'a': {'const': 1}}},
                    'items': {'type': 'array', 'items': {'type': 'string'}}}}]},
                  'Paid': {'allOf': [{'$ref': '#/$defs/Event'}, {'required': ['amount'], 'properties': {
                    'type': {'const': 'paid'}, 'data': {'type': 'object', 'properties': {'b': {'const': 'x'}}},
                    'amount': {'type': 'number'}}}]}}}""");

        assertThat(members(schema.columns()))
                .isEqualTo("type! TEXT, at! INSTANT, data GROUP{a INT32, b TEXT}, items LIST<TEXT>, amount DOUBLE");
    }

    @Test
    void joinsEventTypesOfWhichEachRefersToTheChoiceItIsIn() {
        RecordSchema schema = read("""
                {'$ref': '#/$defs/Event', '$defs': {
                  'Event': {'type': 'object', 'required': ['type'], 'properties': {'type': {'type': 'string'}},
                    'oneOf': [{'$ref': '#/$defs/Paid'}, {'$ref': '#/$defs/Sent'}]},
                  'Paid': {'allOf': [{'$ref': '#/$defs/Event'}, {'properties': {'amount': {'type': 'number'}}}]},
                  'Sent': {'allOf': [{'$ref': '#/$defs/Event'}, {'properties': {'to': {'$ref': '#/$defs/Event'}}}]}}}""");

        assertThat(members(schema.columns())).isEqualTo("type! TEXT, amount DOUBLE, to ANY_JSON?");
    }

    @Test
    void givesNoTwoColumnsTheSameSlotWhereOneIsRequiredWithoutAType() {
        RecordSchema schema = read("""
                {'type': 'object', 'required': ['z'], 'properties': {
                  'g': {'type': 'object', 'required': ['y'], 'properties': {'a': {'const': 1}}}, 'b': {'const': 1}}}""");

        Column group = schema.column("g");
        assertThat(List.of(
                        group.slot(),
                        group.children().getFirst().slot(),
                        group.children().getLast().slot(),
                        schema.column("b").slot(),
                        schema.column("z").slot()))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(schema.slots()).isEqualTo(5);
    }

    @Test
    void endsWhereReferencesMultiply() {
        StringBuilder defs = new StringBuilder("'d0': {'type': 'string'}");
        for (int i = 1; i < 40; i++) {
            String inner = "{'$ref': '#/$defs/d" + (i - 1) + "'}";
            defs.append(", 'd%d': {'allOf': [%s, %s]}".formatted(i, inner, inner));
        }
        String schema = "{'type': 'object', 'properties': {'p': {'$ref': '#/$defs/d39'}}, '$defs': {" + defs + "}}";

        assertThatThrownBy(() -> read(schema)).hasMessageEndingWith("must not be one of more than 200000 subschemas");
    }

    @Test
    void keepsAnEventTimeInsideOfJoinedObjects() {
        String schema = "{'allOf': [{'properties': {'a': {'const': 1}}, 'required': ['at']},"
                + " {'properties': {'at': {'type': 'string', 'format': 'date-time'}}}]}";

        RecordSchema joined = JsonSchemaReader.read("x.json", stream(schema), EventTimeSource.of("at", null));

        assertThat(joined.column("at").type()).isEqualTo(ColumnType.INSTANT);
    }
}
