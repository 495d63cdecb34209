package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds of JSON values. `number` of JSON Schema is [#INTEGER] and [#FRACTION] together.
enum JsonKind {
    NULL,
    BOOLEAN,
    INTEGER,
    FRACTION,
    STRING,
    ARRAY,
    OBJECT;

    /// The kinds of a type's name; null for a name that JSON Schema does not define.
    static @Nullable Set<JsonKind> of(String type) {
        return switch (type) {
            case "null" -> EnumSet.of(NULL);
            case "boolean" -> EnumSet.of(BOOLEAN);
            case "integer" -> EnumSet.of(INTEGER);
            case "number" -> EnumSet.of(INTEGER, FRACTION);
            case "string" -> EnumSet.of(STRING);
            case "array" -> EnumSet.of(ARRAY);
            case "object" -> EnumSet.of(OBJECT);
            case "any" -> EnumSet.allOf(JsonKind.class); // of draft 3
            default -> null;
        };
    }

    /// The kinds of one value.
    static Set<JsonKind> of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> EnumSet.of(STRING);
            case NUMBER -> value.isIntegralNumber() ? EnumSet.of(INTEGER) : EnumSet.of(INTEGER, FRACTION);
            case BOOLEAN -> EnumSet.of(BOOLEAN);
            case NULL -> EnumSet.of(NULL);
            case ARRAY -> EnumSet.of(ARRAY);
            case OBJECT, POJO, BINARY, MISSING -> EnumSet.of(OBJECT);
        };
    }
}
