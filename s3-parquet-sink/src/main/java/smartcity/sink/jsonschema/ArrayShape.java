package smartcity.sink.jsonschema;

import org.jspecify.annotations.Nullable;

/// What a schema says about arrays.
///
/// @param items describes every element; null when they may be anything
/// @param tuple whether elements are described by their position
record ArrayShape(@Nullable Subschema items, boolean tuple) {
    /// Any array.
    static final ArrayShape ANYTHING = new ArrayShape(null, false);

    /// Arrays that both describe.
    ArrayShape and(ArrayShape other) {
        Subschema both =
                items == null ? other.items : other.items == null ? items : Subschema.allOf(items, other.items);
        return new ArrayShape(both, tuple || other.tuple);
    }

    /// Arrays that one of both describes.
    ArrayShape or(ArrayShape other) {
        Subschema either = items == null || other.items == null ? null : Subschema.anyOf(items, other.items);
        return new ArrayShape(either, tuple || other.tuple);
    }
}
