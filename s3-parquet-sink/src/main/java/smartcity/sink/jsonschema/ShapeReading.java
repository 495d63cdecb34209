package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what a schema says about its values: follows references, merges subschemas that apply together, and joins
/// those that apply by choice.
final class ShapeReading {
    /// Most subschemas that are read, as references can multiply them without limit [chosen, not measured].
    private static final int MAX_READ = 200_000;

    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    private int read;

    /// What `subschema` says.
    ValueShape of(Subschema subschema) {
        return joined(subschema).settled();
    }

    private ValueShape joined(Subschema subschema) {
        return switch (subschema) {
            case Subschema.Written(SubschemaLocation place) -> written(place);
            case Subschema.AllOf(List<Subschema> parts) ->
                parts.stream().map(this::joined).reduce(ValueShape.ANYTHING, ValueShape::and);
            case Subschema.AnyOf(List<Subschema> branches) ->
                branches.stream().map(this::joined).reduce(ValueShape.NOTHING, ValueShape::or);
        };
    }

    private ValueShape written(SubschemaLocation place) {
        if (++read > MAX_READ) {
            throw place.refused("", "must not be one of more than " + MAX_READ + " subschemas");
        }
        JsonNode node = place.node();
        if (node.isBoolean()) {
            return node.asBoolean() ? ValueShape.ANYTHING : ValueShape.NOTHING;
        }
        if (!node.isObject()) {
            throw place.refused("", "must be a schema but was " + (node.isMissingNode() ? "missing" : node));
        }
        ValueShape shape = KeywordShapes.of(place);
        for (String reference : REFERENCES) {
            if (place.has(reference)) {
                shape = shape.and(referred(place, reference));
            }
        }
        for (SubschemaLocation part : place.each("allOf")) {
            shape = shape.and(written(part));
        }
        for (String choice : CHOICES) {
            shape = chosen(shape, place.each(choice));
        }
        shape = byDependencies(byCondition(shape, place), place);
        return node.path("nullable").asBoolean() ? shape.orNull() : shape;
    }

    private ValueShape referred(SubschemaLocation place, String keyword) {
        SubschemaLocation target = place.referred(keyword);
        return target == null
                ? ValueShape.withoutType("must not refer to itself: a column cannot contain itself")
                : written(target);
    }

    /// Each branch is merged with what is said beside it, so that branches without types, which only set limits, have
    /// the type that all have.
    private ValueShape chosen(ValueShape shape, List<SubschemaLocation> branches) {
        if (branches.isEmpty()) {
            return shape;
        }
        return branches.stream().map(branch -> shape.and(written(branch))).reduce(ValueShape.NOTHING, ValueShape::or);
    }

    private ValueShape byCondition(ValueShape shape, SubschemaLocation place) {
        ValueShape then = branch(shape, place, "then");
        ValueShape otherwise = branch(shape, place, "else");
        if (!place.has("if") || (then == null && otherwise == null)) {
            return shape;
        }
        return (then == null ? shape : then).or(otherwise == null ? shape : otherwise);
    }

    private @Nullable ValueShape branch(ValueShape shape, SubschemaLocation place, String keyword) {
        return place.has(keyword) ? shape.and(written(place.at(keyword))) : null;
    }

    private ValueShape byDependencies(ValueShape shape, SubschemaLocation place) {
        ValueShape all = shape;
        for (String keyword : List.of("dependentSchemas", "dependencies")) {
            for (SubschemaLocation dependent : place.each(keyword)) {
                if (!dependent.node().isArray()) { // an array names properties that must be there too
                    all = all.or(all.and(written(dependent)));
                }
            }
        }
        return all;
    }
}
