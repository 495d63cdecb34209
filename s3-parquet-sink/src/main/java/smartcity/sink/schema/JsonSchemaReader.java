package smartcity.sink.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a JSON Schema (2020-12) into columns.
///
/// What it knows: `object` with `properties` and `required`; `array` with `items`; `string` plain, with `enum`, with
/// format `uuid` or `date-time`, with contentEncoding `base64`; `integer` (32 bits when `minimum` and `maximum`, or
/// `enum`, say that it fits, else 64); `number`; `boolean`; and each of them together with `null`. Limits such as
/// `maximum` or `minLength` do not bind the sink: it stores what has the right type. Anything else is refused, so that
/// no
/// property gets a type by accident.
public final class JsonSchemaReader {
    /// Columns the sink adds; a schema must not use their names.
    public static final Set<String> RESERVED = Set.of("kafka_partition", "kafka_offset", "kafka_timestamp");

    private static final Set<String> UNKNOWN_RULES =
            Set.of("$ref", "allOf", "anyOf", "oneOf", "not", "if", "patternProperties", "prefixItems", "const");

    private final String file;

    private JsonSchemaReader(String file) {
        this.file = file;
    }

    /// Reads the schema in `json`.
    ///
    /// @param file what to call it in messages
    /// @throws UnsupportedSchema when it says something no column can be made of
    public static RecordSchema read(String file, InputStream json) {
        try {
            return new JsonSchemaReader(file).record(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }

    private RecordSchema record(JsonNode root) {
        if (!root.path("type").asText().equals("object")) {
            throw refused("/type", "must be object but was " + root.path("type"));
        }
        List<Column> columns = members(root, "", 0);
        for (Column column : columns) {
            if (RESERVED.contains(column.name())) {
                throw refused("/properties/" + column.name(), "must not use a name that the sink adds itself");
            }
        }
        Column eventTime = columns.stream()
                .filter(column -> column.name().equals(RecordSchema.EVENT_TIME))
                .findFirst()
                .orElseThrow(() -> refused("/properties", "must have the event time " + RecordSchema.EVENT_TIME));
        if (eventTime.type() != ColumnType.INSTANT || eventTime.optional()) {
            throw refused("/properties/" + RecordSchema.EVENT_TIME, "must be a required date-time, never null");
        }
        return new RecordSchema(root.path("$id").asText(file), columns, eventTime);
    }

    private List<Column> members(JsonNode object, String pointer, int firstSlot) {
        JsonNode properties = object.path("properties");
        if (properties.isEmpty()) {
            throw refused(pointer + "/properties", "must name at least one property");
        }
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        List<Column> columns = new ArrayList<>();
        int slot = firstSlot;
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String name = property.getKey();
            Column column = column(
                    name, property.getValue(), pointer + "/properties/" + escaped(name), required.contains(name), slot);
            columns.add(column);
            slot += column.slots();
        }
        for (String name : required) {
            if (!properties.has(name)) {
                throw refused(pointer + "/required", "must name a property but was " + name);
            }
        }
        return columns;
    }

    private Column column(String name, JsonNode node, String pointer, boolean required, int slot) {
        for (String rule : UNKNOWN_RULES) {
            if (node.has(rule)) {
                throw refused(pointer + "/" + rule, "must not be used: no column type follows from it");
            }
        }
        if (!node.has("type")) {
            throw refused(pointer, "must have a type");
        }
        String type = "";
        boolean nullable = false;
        for (JsonNode one : node.path("type").isArray() ? node.path("type") : List.of(node.path("type"))) {
            if (one.asText().equals("null")) {
                nullable = true;
            } else if (type.isEmpty()) {
                type = one.asText();
            } else {
                throw refused(pointer + "/type", "must be one type, with or without null, but was " + node.get("type"));
            }
        }
        ColumnType columnType = columnType(type, node, pointer);
        List<Column> children = switch (columnType) {
            case GROUP -> members(node, pointer, slot + 1);
            case LIST -> List.of(column("element", node.path("items"), pointer + "/items", true, 0));
            case TEXT, UUID, INSTANT, INT32, INT64, DOUBLE, BOOLEAN, BYTES -> List.of();
        };
        return new Column(name, columnType, required, nullable, slot, children);
    }

    private ColumnType columnType(String type, JsonNode node, String pointer) {
        return switch (type) {
            case "string" -> stringType(node, pointer);
            case "integer" -> integerType(node);
            case "number" -> ColumnType.DOUBLE;
            case "boolean" -> ColumnType.BOOLEAN;
            case "object" -> ColumnType.GROUP;
            case "array" -> ColumnType.LIST;
            default ->
                throw refused(
                        pointer + "/type",
                        "must be string, integer, number, boolean, object or array but was " + node.path("type"));
        };
    }

    private ColumnType stringType(JsonNode node, String pointer) {
        if (node.has("contentEncoding")) {
            String encoding = node.get("contentEncoding").asText();
            if (!encoding.equals("base64")) {
                throw refused(pointer + "/contentEncoding", "must be base64 but was " + encoding);
            }
            return ColumnType.BYTES;
        }
        return switch (node.path("format").asText("")) {
            case "" -> ColumnType.TEXT;
            case "uuid" -> ColumnType.UUID;
            case "date-time" -> ColumnType.INSTANT;
            default -> throw refused(pointer + "/format", "must be uuid or date-time but was " + node.path("format"));
        };
    }

    private static ColumnType integerType(JsonNode node) {
        JsonNode values = node.path("enum");
        boolean bounded =
                node.path("minimum").canConvertToInt() && node.path("maximum").canConvertToInt();
        boolean listed = !values.isEmpty() && values.valueStream().allMatch(JsonNode::canConvertToInt);
        return bounded || listed ? ColumnType.INT32 : ColumnType.INT64;
    }

    private UnsupportedSchema refused(String pointer, String rule) {
        return new UnsupportedSchema(file, pointer, rule);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
