package smartcity.sink.jsonschema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smartcity.sink.schema.ColumnType;

/// What a schema says about strings and numbers.
///
/// @param text the column type that the form of strings gives; null when they have no form
/// @param range of integers
/// @param decimal of numbers, and of strings with numbers; null when there is none
record ScalarShape(@Nullable ColumnType text, IntegerRange range, ScalarShape.@Nullable DecimalForm decimal) {
    /// Digits of a decimal, as in [smartcity.sink.schema.Column].
    record DecimalForm(int precision, int scale) {}

    /// Any string, any number.
    static final ScalarShape ANYTHING = new ScalarShape(null, IntegerRange.UNBOUNDED, null);

    /// Scalars that both describe. A string in two forms is text.
    ScalarShape and(ScalarShape other) {
        ColumnType form = text == null ? other.text : other.text == null || text == other.text ? text : ColumnType.TEXT;
        return new ScalarShape(form, range.and(other.range), decimal == null ? other.decimal : decimal);
    }

    /// Scalars that one of both describes.
    ScalarShape or(ScalarShape other) {
        return new ScalarShape(text == other.text ? text : null, range.or(other.range), decimal);
    }

    /// Whether both describe decimals, or neither does.
    boolean hasSameDecimal(ScalarShape other) {
        return Objects.equals(decimal, other.decimal);
    }
}
