package smartcity.sink.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.RecordSchema;

/// Random records of a schema with every type, written by Jackson with random white space.
final class RandomRecords {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = new ObjectMapper().writer();
    private static final ObjectWriter ASCII = WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final ColumnType[] SCALARS = {
        ColumnType.TEXT, ColumnType.INT64, ColumnType.DOUBLE, ColumnType.BOOLEAN, ColumnType.BYTES
    };

    static final RecordSchema SCHEMA =
            JsonSchemaReader.read("test", new ByteArrayInputStream("""
            {"type": "object", "required": ["timestamp", "id", "größe"], "properties": {
              "timestamp": {"type": "string", "format": "date-time"},
              "id": {"type": "string", "format": "uuid"},
              "größe": {"type": "number"},
              "a\\"b\\\\c": {"type": ["integer", "null"]},
              "small": {"type": "integer", "minimum": 0, "maximum": 9},
              "large": {"type": "integer"},
              "flag": {"type": ["boolean", "null"]},
              "day": {"type": "string", "format": "date"},
              "clock": {"type": ["string", "null"], "format": "time"},
              "cents": {"type": "string", "format": "decimal", "x-precision": 9, "x-scale": 2},
              "money": {"type": "number", "format": "decimal", "x-precision": 18, "x-scale": 4},
              "exact": {"type": ["string", "number", "null"], "format": "decimal", "x-precision": 38, "x-scale": 10},
              "count": {"type": "integer", "minimum": 0, "maximum": 18446744073709551615},
              "free": {"type": ["object", "null"]},
              "any": {"type": ["string", "number", "array", "object", "boolean", "null"]},
              "mixed": {"type": "array", "items": {"type": ["string", "number", "boolean", "object", "array"]}},
              "limits": {"type": ["object", "null"], "additionalProperties": {"type": ["number", "null"]}},
              "byKind": {"type": "object", "additionalProperties": {"type": "object", "required": ["n"], "properties": {
                "n": {"type": "integer"}, "tags": {"type": "object", "additionalProperties": {"type": "string"}}}}},
              "bytes": {"type": ["string", "null"], "contentEncoding": "base64"},
              "text": {"type": "string"},
              "place": {"type": ["object", "null"], "required": ["x"], "properties": {
                "x": {"type": "number"},
                "value": {"type": ["string", "null"]},
                "seen": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}}}},
              "numbers": {"type": "array", "items": {"type": ["number", "null"]}},
              "lanes": {"type": ["array", "null"], "items": {"type": ["object", "null"], "required": ["no"], "properties": {
                "no": {"type": "integer", "minimum": 0, "maximum": 9},
                "names": {"type": "array", "items": {"type": "string"}},
                "vehicle": {"type": "object", "properties": {"id": {"type": ["string", "null"], "format": "uuid"}}}}}},
              "grid": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}}}
            """.getBytes(StandardCharsets.UTF_8)));

    private final SplittableRandom random;
    private final RandomScalars scalars;

    RandomRecords(SplittableRandom random) {
        this.random = random;
        this.scalars = new RandomScalars(random);
    }

    ObjectNode next() {
        return object(SCHEMA.columns());
    }

    private ObjectNode object(List<Column> columns) {
        List<Column> shuffled = new ArrayList<>(columns);
        Collections.shuffle(shuffled, random);
        ObjectNode object = NODES.objectNode();
        for (Column column : shuffled) {
            if (random.nextInt(8) == 0) {
                object.set("new" + random.nextInt(100), unknown(0));
            }
            if (column.required() || random.nextInt(4) > 0) {
                object.set(column.name(), value(column));
            }
        }
        return object;
    }

    private JsonNode value(Column column) {
        if (column.nullable() && random.nextInt(4) == 0) {
            return NODES.nullNode();
        }
        return switch (column.type()) {
            case GROUP -> object(column.children());
            case LIST -> {
                ArrayNode list = NODES.arrayNode();
                for (int left = random.nextInt(4); left > 0; left--) {
                    list.add(value(column.children().getFirst()));
                }
                yield list;
            }
            case MAP -> {
                ObjectNode map = NODES.objectNode();
                for (int left = random.nextInt(20); left > 0; left -= 1 + random.nextInt(9)) {
                    map.set(scalars.text(), value(column.children().getLast()));
                }
                yield map;
            }
            case ANY_JSON -> anyButNull();
            case JSON -> NODES.objectNode().set(scalars.text(), unknown(0));
            case DECIMAL -> scalars.decimal(column);
            case TEXT, UUID, INSTANT, DATE, TIME, INT32, INT64, DOUBLE, BOOLEAN, BYTES -> scalars.of(column.type());
        };
    }

    private JsonNode anyButNull() {
        JsonNode any = unknown(0);
        return any.isNull() ? NODES.objectNode() : any;
    }

    private JsonNode unknown(int depth) {
        return switch (depth < 3 ? random.nextInt(4) : 3) {
            case 0 -> NODES.arrayNode().add(unknown(depth + 1)).add(unknown(depth + 1));
            case 1 -> NODES.objectNode().<ObjectNode>set("new0", unknown(depth + 1));
            case 2 -> random.nextBoolean() ? NODES.nullNode() : NODES.objectNode();
            default -> scalars.of(SCALARS[random.nextInt(SCALARS.length)]);
        };
    }

    byte[] json(JsonNode tree) {
        try {
            return spaced((random.nextBoolean() ? WRITER : ASCII).writeValueAsString(tree))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to write " + tree, e);
        }
    }

    private String spaced(String json) {
        StringBuilder spaced = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < json.length(); at++) {
            char next = json.charAt(at);
            if (quoted && next == '\\') {
                spaced.append(next).append(json.charAt(++at));
                continue;
            }
            quoted ^= next == '"';
            boolean structural = !quoted && "{}[]:,".indexOf(next) >= 0;
            spaced.append(structural ? space() : "").append(next).append(structural ? space() : "");
        }
        return spaced.toString();
    }

    private String space() {
        return random.nextInt(8) > 0 ? "" : " \t\r\n".substring(random.nextInt(4), 4);
    }
}
