package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the keywords of one subschema say, without references and the subschemas that apply in addition.
final class KeywordShapes {
    private KeywordShapes() {}

    static ValueShape of(SubschemaLocation place) {
        Set<JsonKind> kinds = kinds(place);
        return new ValueShape(
                kinds.isEmpty() ? EnumSet.allOf(JsonKind.class) : kinds,
                kinds.isEmpty() ? implied(place) : Set.of(),
                ScalarType.shape(place),
                objects(place),
                arrays(place),
                null);
    }

    /// The kinds of `type`, or else of the values that are listed; none when there is neither.
    private static Set<JsonKind> kinds(SubschemaLocation place) {
        Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
        JsonNode type = place.node().path("type");
        if (type.isMissingNode()) {
            values(place.node()).forEach(value -> kinds.addAll(JsonKind.of(value)));
            return kinds;
        }
        for (JsonNode name : type.isArray() ? type : List.of(type)) {
            Set<JsonKind> named = JsonKind.of(name.asText());
            if (named == null) {
                throw place.refused(
                        "/type", "must be string, integer, number, boolean, object, array or null but was " + type);
            }
            kinds.addAll(named);
        }
        return kinds;
    }

    /// The values that the subschema lists.
    static Iterable<JsonNode> values(JsonNode node) {
        return node.has("const") ? List.of(node.get("const")) : node.path("enum");
    }

    private static Set<JsonKind> implied(SubschemaLocation place) {
        Set<JsonKind> implied = EnumSet.noneOf(JsonKind.class);
        JsonNode additional = place.node().path("additionalProperties");
        boolean describesOthers = !additional.isMissingNode() && !allowsAnything(additional);
        if (place.has("properties") || place.has("patternProperties") || describesOthers) {
            implied.add(JsonKind.OBJECT);
        }
        if (place.has("items") || place.has("prefixItems")) {
            implied.add(JsonKind.ARRAY);
        }
        return implied;
    }

    private static ObjectShape objects(SubschemaLocation place) {
        Map<String, Subschema> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property :
                place.node().path("properties").properties()) {
            String path = "/properties/" + SubschemaLocation.escaped(property.getKey());
            properties.put(property.getKey(), new Subschema.Written(place.inside(property.getValue(), path)));
        }
        Set<String> required = new LinkedHashSet<>();
        JsonNode names = place.node().path("required");
        if (names.isArray()) { // of draft 3 it is a boolean of the property itself
            names.forEach(name -> required.add(name.asText()));
        }
        return new ObjectShape(properties, required, others(place));
    }

    /// Describes members by `patternProperties` and `additionalProperties`; null when they may be anything.
    private static @Nullable Subschema others(SubschemaLocation place) {
        JsonNode additional = place.node().path("additionalProperties");
        if (additional.isMissingNode() || allowsAnything(additional)) {
            return null;
        }
        Subschema others = new Subschema.Written(place.inside("additionalProperties"));
        for (Map.Entry<String, JsonNode> pattern :
                place.node().path("patternProperties").properties()) {
            String path = "/patternProperties/" + SubschemaLocation.escaped(pattern.getKey());
            others = Subschema.anyOf(new Subschema.Written(place.inside(pattern.getValue(), path)), others);
        }
        return others;
    }

    /// Elements by position are described by `prefixItems` and `items` (2020-12), or an array in `items` and
    /// `additionalItems` (before).
    private static ArrayShape arrays(SubschemaLocation place) {
        boolean former = place.node().path("items").isArray();
        String positions = former ? "items" : "prefixItems";
        String rest = former ? "additionalItems" : "items";
        JsonNode each = place.node().path(rest);
        JsonNode first = place.node().path(positions);
        if (!first.isArray() || first.isEmpty()) {
            return new ArrayShape(
                    each.isMissingNode() || allowsAnything(each) ? null : new Subschema.Written(place.inside(rest)),
                    false);
        }
        JsonNode most = place.node().path("maxItems");
        boolean complete = most.isNumber() && most.asLong() <= first.size();
        if (!complete && (each.isMissingNode() || allowsAnything(each))) {
            return new ArrayShape(null, true);
        }
        Subschema any = new Subschema.Written(place.inside(first.get(0), "/" + positions + "/0"));
        for (int i = 1; i < first.size(); i++) {
            any = Subschema.anyOf(any, new Subschema.Written(place.inside(first.get(i), "/" + positions + "/" + i)));
        }
        return new ArrayShape(complete ? any : Subschema.anyOf(any, new Subschema.Written(place.inside(rest))), true);
    }

    private static boolean allowsAnything(JsonNode schema) {
        return schema.isBoolean() ? schema.asBoolean() : schema.isObject() && schema.isEmpty();
    }
}
