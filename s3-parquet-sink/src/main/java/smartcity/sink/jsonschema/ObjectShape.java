package smartcity.sink.jsonschema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a schema says about objects.
///
/// @param properties the members that it names, in their order
/// @param required names of members that must be present
/// @param others describes all other members; null when they may be anything
record ObjectShape(
        Map<String, Subschema> properties,
        Set<String> required,
        @Nullable Subschema others) {
    /// Any object.
    static final ObjectShape ANYTHING = new ObjectShape(Map.of(), Set.of(), null);

    private boolean isAnything() {
        return properties.isEmpty() && others == null;
    }

    /// Objects that both describe.
    ObjectShape and(ObjectShape other) {
        Map<String, Subschema> all = new LinkedHashMap<>(properties);
        other.properties.forEach((name, property) -> all.merge(name, property, Subschema::allOf));
        Set<String> names = new LinkedHashSet<>(required);
        names.addAll(other.required);
        Subschema rest =
                others == null ? other.others : other.others == null ? others : Subschema.allOf(others, other.others);
        return new ObjectShape(all, names, rest);
    }

    /// Objects that one of both describes: a member that only one names is optional. If one describes any object, so
    /// do both: columns of the other's members would leave out what it may have instead.
    ObjectShape or(ObjectShape other) {
        Set<String> names = new LinkedHashSet<>(required);
        names.retainAll(other.required);
        if (isAnything() || other.isAnything()) {
            return new ObjectShape(Map.of(), names, null);
        }
        Map<String, Subschema> all = new LinkedHashMap<>(properties);
        other.properties.forEach((name, property) -> all.merge(name, property, Subschema::anyOf));
        Subschema rest = others == null || other.others == null ? null : Subschema.anyOf(others, other.others);
        return new ObjectShape(all, names, rest);
    }

    /// Whether one of both gives members by name, and the other only their type: no column can have both.
    boolean differsInForm(ObjectShape other) {
        boolean one = properties.isEmpty() && others != null;
        boolean two = other.properties.isEmpty() && other.others != null;
        return (one && !other.properties.isEmpty()) || (two && !properties.isEmpty());
    }
}
