package smartcity.sink.jsonschema;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is known of the values that a schema describes, as far as it matters to columns. Limits such as `minimum` only
/// matter as the range of an integer. It has six components, as the kinds have little in common.
///
/// @param kinds that values can have
/// @param implied the kinds that the schema has keywords for without saying that values have them: `properties` without
///     a type. They count only if nothing else restricts the kinds
/// @param obstacle why values have no column type even if they are of one kind; null when nothing is known against it
record ValueShape(
        Set<JsonKind> kinds,
        Set<JsonKind> implied,
        ScalarShape scalars,
        ObjectShape objects,
        ArrayShape arrays,
        @Nullable String obstacle) {
    private static final Set<JsonKind> ALL = Set.copyOf(EnumSet.allOf(JsonKind.class));
    private static final Set<JsonKind> SCALARS = EnumSet.of(JsonKind.STRING, JsonKind.INTEGER, JsonKind.FRACTION);

    private static final String ONE_DECIMAL = "must have one precision and scale";

    /// Any value.
    static final ValueShape ANYTHING = ofKinds(ALL);

    /// No value.
    static final ValueShape NOTHING = ofKinds(Set.of());

    static ValueShape ofKinds(Set<JsonKind> kinds) {
        return new ValueShape(kinds, Set.of(), ScalarShape.ANYTHING, ObjectShape.ANYTHING, ArrayShape.ANYTHING, null);
    }

    /// Any value, in no column but JSON.
    static ValueShape withoutType(String obstacle) {
        return new ValueShape(ALL, Set.of(), ScalarShape.ANYTHING, ObjectShape.ANYTHING, ArrayShape.ANYTHING, obstacle);
    }

    /// Whether nothing is known of the values.
    boolean isAnything() {
        return kinds.equals(ALL) && obstacle == null;
    }

    /// Values that both describe.
    ValueShape and(ValueShape other) {
        Set<JsonKind> both = setOf(kinds);
        both.retainAll(other.kinds);
        Set<JsonKind> suggested = setOf(implied);
        suggested.addAll(other.implied);
        boolean clash =
                scalars.decimal() != null && other.scalars.decimal() != null && !scalars.hasSameDecimal(other.scalars);
        return new ValueShape(
                both,
                suggested,
                scalars.and(other.scalars),
                objects.and(other.objects),
                arrays.and(other.arrays),
                first(obstacle, other.obstacle, clash ? ONE_DECIMAL : null));
    }

    /// Values that one of both describes. What a branch says about a kind matters only if it allows that kind.
    ValueShape or(ValueShape other) {
        ValueShape one = settled();
        ValueShape two = other.settled();
        if (one.kinds.isEmpty() || two.kinds.isEmpty()) {
            return one.kinds.isEmpty() ? two : one;
        }
        Set<JsonKind> either = setOf(one.kinds);
        either.addAll(two.kinds);
        return new ValueShape(
                either,
                Set.of(),
                one.scalarsOr(two),
                joined(one, two, JsonKind.OBJECT, ValueShape::objects, ObjectShape::or),
                joined(one, two, JsonKind.ARRAY, ValueShape::arrays, ArrayShape::or),
                one.obstacleWith(two));
    }

    private static <T> T joined(
            ValueShape one, ValueShape two, JsonKind kind, Function<ValueShape, T> part, BinaryOperator<T> or) {
        if (one.has(kind) && two.has(kind)) {
            return or.apply(part.apply(one), part.apply(two));
        }
        return part.apply(one.has(kind) ? one : two);
    }

    private @Nullable String obstacleWith(ValueShape other) {
        boolean bothScalars = has(SCALARS) && other.has(SCALARS);
        boolean bothObjects = has(JsonKind.OBJECT) && other.has(JsonKind.OBJECT);
        return first(
                obstacle,
                other.obstacle,
                bothScalars && !scalars.hasSameDecimal(other.scalars) ? ONE_DECIMAL : null,
                bothObjects && objects.differsInForm(other.objects)
                        ? "must be either an object with properties or a map"
                        : null);
    }

    private ScalarShape scalarsOr(ValueShape other) {
        if (!has(SCALARS) || !other.has(SCALARS)) {
            return has(SCALARS) ? scalars : other.scalars;
        }
        return new ScalarShape(
                joined(this, other, JsonKind.STRING, ValueShape::scalars, ScalarShape::or)
                        .text(),
                joined(this, other, JsonKind.INTEGER, ValueShape::scalars, ScalarShape::or)
                        .range(),
                scalars.decimal());
    }

    /// The same, where implied kinds count.
    ValueShape settled() {
        return implied.isEmpty() || !kinds.equals(ALL)
                ? new ValueShape(kinds, Set.of(), scalars, objects, arrays, obstacle)
                : new ValueShape(implied, Set.of(), scalars, objects, arrays, obstacle);
    }

    /// The same, with null too.
    ValueShape orNull() {
        ValueShape settled = settled();
        Set<JsonKind> more = setOf(settled.kinds);
        more.add(JsonKind.NULL);
        return new ValueShape(more, Set.of(), scalars, objects, arrays, obstacle);
    }

    private boolean has(JsonKind kind) {
        return kinds.contains(kind);
    }

    private boolean has(Set<JsonKind> any) {
        return any.stream().anyMatch(kinds::contains);
    }

    private static Set<JsonKind> setOf(Set<JsonKind> kinds) {
        Set<JsonKind> copy = EnumSet.noneOf(JsonKind.class);
        copy.addAll(kinds);
        return copy;
    }

    private static @Nullable String first(@Nullable String... obstacles) {
        for (String one : obstacles) {
            if (one != null) {
                return one;
            }
        }
        return null;
    }
}
