package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// The column type of a value that is neither an object nor an array.
///
/// @param precision as [Column#precision]
/// @param scale as [Column#scale]
record ScalarType(ColumnType type, int precision, int scale) {
    /// Formats that describe text: those of JSON Schema 2020-12, section 7.3, and OpenAPI's `password`.
    private static final Set<String> TEXT_FORMATS = Set.of(
            "",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uri-template",
            "json-pointer",
            "relative-json-pointer",
            "regex",
            "password");

    static ScalarType of(ResolvedSubschema shape) {
        SubschemaLocation place = shape.place();
        if (place.node().path("format").asText().equals("decimal")) {
            return decimal(place);
        }
        for (String annotation : new String[] {"x-precision", "x-scale"}) {
            if (place.has(annotation)) {
                throw place.refused("/" + annotation, "must be used with format decimal");
            }
        }
        return switch (shape.type()) {
            case "string" -> simple(stringType(place));
            case "integer" -> integer(place);
            case "number" -> number(place);
            case "boolean" -> simple(ColumnType.BOOLEAN);
            default ->
                throw place.refused(
                        "/type",
                        "must be string, integer, number, boolean, object or array but was "
                                + place.node().path("type"));
        };
    }

    private static ScalarType simple(ColumnType type) {
        return new ScalarType(type, 0, 0);
    }

    private static ColumnType stringType(SubschemaLocation place) {
        if (place.has("contentEncoding")) {
            String encoding = place.node().get("contentEncoding").asText();
            if (!encoding.equals("base64")) {
                throw place.refused("/contentEncoding", "must be base64 but was " + encoding);
            }
            return ColumnType.BYTES;
        }
        String format = place.node().path("format").asText("");
        return switch (format) {
            case "uuid" -> ColumnType.UUID;
            case "date-time" -> ColumnType.INSTANT;
            case "date" -> ColumnType.DATE;
            case "time" -> ColumnType.TIME;
            case "byte" -> ColumnType.BYTES;
            default -> {
                if (!TEXT_FORMATS.contains(format)) {
                    throw place.refused(
                            "/format", "must be a format of JSON Schema, byte or decimal but was " + format);
                }
                yield ColumnType.TEXT;
            }
        };
    }

    private static ScalarType number(SubschemaLocation place) {
        String format = place.node().path("format").asText("");
        if (!Set.of("", "float", "double").contains(format)) {
            throw place.refused("/format", "must be float, double or decimal but was " + format);
        }
        return simple(ColumnType.DOUBLE);
    }

    private static ScalarType integer(SubschemaLocation place) {
        IntegerRange range = IntegerRange.of(place);
        if (range.fits(31)) {
            return simple(ColumnType.INT32);
        }
        if (range.mayFit(63)) {
            return simple(ColumnType.INT64);
        }
        if (range.digits() > Column.MAX_PRECISION) {
            throw place.refused(
                    "", "must be an integer of at most " + Column.MAX_PRECISION + " digits but had " + range.digits());
        }
        return new ScalarType(ColumnType.DECIMAL, range.digits(), 0);
    }

    private static ScalarType decimal(SubschemaLocation place) {
        int precision = annotation(place, "x-precision", 1, Column.MAX_PRECISION);
        int scale = place.has("x-scale") ? annotation(place, "x-scale", 0, precision) : 0;
        return new ScalarType(ColumnType.DECIMAL, precision, scale);
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
