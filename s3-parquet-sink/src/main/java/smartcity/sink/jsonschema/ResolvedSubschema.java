package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A subschema after its references are followed and `null` is taken out.
///
/// @param place of the subschema that gives the type
/// @param type a JSON type other than null
/// @param nullable whether null is allowed too
record ResolvedSubschema(SubschemaLocation place, String type, boolean nullable) {
    private static final Set<String> UNKNOWN_RULES =
            Set.of("not", "if", "patternProperties", "prefixItems", "$dynamicRef", "dependentSchemas");

    /// More wrappings than any schema needs; ends references without end [chosen, not measured].
    private static final int MAX_WRAPPINGS = 64;

    static ResolvedSubschema of(SubschemaLocation written) {
        SubschemaLocation place = written;
        boolean nullable = false;
        for (int i = 0; i < MAX_WRAPPINGS; i++) {
            if (!place.node().isObject()) {
                throw place.refused(
                        "",
                        "must be a schema with a type but was "
                                + (place.node().isMissingNode() ? "missing" : place.node()));
            }
            nullable |= place.node().path("nullable").asBoolean();
            WrappedSubschema wrapping = WrappedSubschema.of(place);
            if (wrapping == null) {
                return typed(place, nullable);
            }
            nullable |= wrapping.nullable();
            place = wrapping.inner();
        }
        throw written.refused("", "must not be wrapped more than " + MAX_WRAPPINGS + " times");
    }

    private static ResolvedSubschema typed(SubschemaLocation place, boolean nullableByWrapping) {
        for (String rule : UNKNOWN_RULES) {
            if (place.has(rule)) {
                throw place.refused("/" + rule, "must not be used: no column type follows from it");
            }
        }
        Set<String> types = new TreeSet<>();
        JsonNode given = place.node().path("type");
        (given.isArray() ? given : List.of(given)).forEach(one -> types.add(one.asText()));
        if (given.isMissingNode()) {
            types.clear();
            values(place.node()).forEach(value -> types.add(typeOf(value)));
        }
        boolean nullable = types.remove("null") || nullableByWrapping;
        String type = decimalOf(place, types);
        if (type != null) {
            return new ResolvedSubschema(place, type, nullable);
        }
        if (types.isEmpty()) {
            throw place.refused("", "must have a type");
        }
        if (types.size() > 1) {
            throw place.refused(
                    given.isMissingNode() ? "" : "/type",
                    "must be one type, with or without null, but was " + (given.isMissingNode() ? types : given));
        }
        return new ResolvedSubschema(place, types.iterator().next(), nullable);
    }

    /// The type of a decimal of which a producer may send both numbers and strings; null for every other subschema.
    private static @Nullable String decimalOf(SubschemaLocation place, Set<String> types) {
        boolean decimal = place.node().path("format").asText().equals("decimal");
        return decimal
                        && types.size() > 1
                        && Set.of("string", "number", "integer").containsAll(types)
                ? "number"
                : null;
    }

    /// The values that the subschema lists.
    static Iterable<JsonNode> values(JsonNode node) {
        return node.has("const") ? List.of(node.get("const")) : node.path("enum");
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case ARRAY -> "array";
            case OBJECT, POJO, BINARY, MISSING -> "object";
        };
    }
}
