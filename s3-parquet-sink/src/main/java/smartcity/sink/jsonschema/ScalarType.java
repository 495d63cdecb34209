package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.sink.jsonschema.ScalarShape.DecimalForm;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// The column type of a value that is neither an object nor an array.
///
/// @param precision as [Column#precision]
/// @param scale as [Column#scale]
record ScalarType(ColumnType type, int precision, int scale) {
    private static final Set<JsonKind> NUMBERS = Set.of(JsonKind.INTEGER, JsonKind.FRACTION);
    private static final Set<JsonKind> DECIMALS = Set.of(JsonKind.INTEGER, JsonKind.FRACTION, JsonKind.STRING);

    /// The type of values of these kinds; null when there is none that fits all of them.
    static @Nullable ScalarType of(Set<JsonKind> kinds, ScalarShape scalars) {
        DecimalForm decimal = scalars.decimal();
        if (kinds.isEmpty()) {
            return null;
        }
        if (decimal != null && DECIMALS.containsAll(kinds)) {
            return new ScalarType(ColumnType.DECIMAL, decimal.precision(), decimal.scale());
        }
        if (NUMBERS.containsAll(kinds)) {
            return kinds.contains(JsonKind.FRACTION) ? simple(ColumnType.DOUBLE) : integer(scalars.range());
        }
        if (kinds.equals(Set.of(JsonKind.STRING))) {
            return simple(scalars.text() == null ? ColumnType.TEXT : scalars.text());
        }
        return kinds.equals(Set.of(JsonKind.BOOLEAN)) ? simple(ColumnType.BOOLEAN) : null;
    }

    private static ScalarType simple(ColumnType type) {
        return new ScalarType(type, 0, 0);
    }

    private static @Nullable ScalarType integer(IntegerRange range) {
        if (range.fits(31)) {
            return simple(ColumnType.INT32);
        }
        if (range.mayFit(63)) {
            return simple(ColumnType.INT64);
        }
        return range.digits() > Column.MAX_PRECISION ? null : new ScalarType(ColumnType.DECIMAL, range.digits(), 0);
    }

    /// What the keywords of one subschema say about scalars.
    static ScalarShape shape(SubschemaLocation place) {
        return new ScalarShape(form(place), IntegerRange.of(place), decimal(place));
    }

    /// A format that no type follows from, of any origin, describes text.
    private static @Nullable ColumnType form(SubschemaLocation place) {
        if (place.node().path("contentEncoding").asText().equals("base64")) {
            return ColumnType.BYTES;
        }
        return switch (place.node().path("format").asText("")) {
            case "uuid" -> ColumnType.UUID;
            case "date-time" -> ColumnType.INSTANT;
            case "date" -> ColumnType.DATE;
            case "time" -> ColumnType.TIME;
            case "byte" -> ColumnType.BYTES;
            default -> null;
        };
    }

    /// The digits of a decimal; null unless the format is `decimal` and they are given.
    private static @Nullable DecimalForm decimal(SubschemaLocation place) {
        boolean decimal = place.node().path("format").asText().equals("decimal");
        boolean annotated = place.has("x-precision") || place.has("x-scale");
        if (annotated && !decimal) {
            throw place.refused(
                    place.has("x-precision") ? "/x-precision" : "/x-scale", "must be used with format decimal");
        }
        if (!annotated) {
            return null;
        }
        int precision = annotation(place, "x-precision", 1, Column.MAX_PRECISION);
        int scale = place.has("x-scale") ? annotation(place, "x-scale", 0, precision) : 0;
        return new DecimalForm(precision, scale);
    }

    private static int annotation(SubschemaLocation place, String name, int least, int most) {
        JsonNode value = place.node().path(name);
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            throw place.refused(
                    "/" + name,
                    "must be within [" + least + ", " + most + "] but was "
                            + (value.isMissingNode() ? "missing" : value));
        }
        return value.asInt();
    }
}
