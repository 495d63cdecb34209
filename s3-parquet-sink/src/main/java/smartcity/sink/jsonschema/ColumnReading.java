package smartcity.sink.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// Makes the columns of one schema, and assigns their slots.
final class ColumnReading {
    /// Greatest depth of objects and arrays in each other [chosen, not measured].
    private static final int MAX_DEPTH = 64;

    /// Greatest number of columns, as references can multiply them without limit [chosen, not measured].
    private static final int MAX_COLUMNS = 10_000;

    private int columns;

    /// Makes the columns of the members of `object`, the first in the slot `firstSlot`.
    ///
    /// @param depth number of objects and arrays around the object
    List<Column> members(SubschemaLocation object, int firstSlot, int depth) {
        JsonNode properties = object.node().path("properties");
        if (properties.isEmpty()) {
            throw object.refused("/properties", "must name at least one property");
        }
        List<String> required = new ArrayList<>();
        object.node().path("required").forEach(name -> required.add(name.asText()));
        List<Column> members = new ArrayList<>();
        int slot = firstSlot;
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String name = property.getKey();
            SubschemaLocation place = object.at(property.getValue(), "/properties/" + SubschemaLocation.escaped(name));
            if (name.isEmpty()) {
                throw place.refused("", "must have a name");
            }
            Column column = column(name, place, required.contains(name), slot, depth + 1);
            members.add(column);
            slot += column.slots();
        }
        for (String name : required) {
            if (!properties.has(name)) {
                throw object.refused("/required", "must name a property but was " + name);
            }
        }
        return members;
    }

    private Column column(String name, SubschemaLocation place, boolean required, int slot, int depth) {
        if (depth > MAX_DEPTH) {
            throw place.refused("", "must nest at most " + MAX_DEPTH + " deep");
        }
        if (++columns > MAX_COLUMNS) {
            throw place.refused("", "must not be one of more than " + MAX_COLUMNS + " columns");
        }
        ResolvedSubschema shape = ResolvedSubschema.of(place);
        return switch (shape.type()) {
            case "array" ->
                nested(name, ColumnType.LIST, shape, required, slot, List.of(element(shape.place(), depth)));
            case "object" -> object(name, shape, required, slot, depth);
            default -> {
                ScalarType type = ScalarType.of(shape);
                yield new Column(
                        name, type.type(), type.precision(), type.scale(), required, shape.nullable(), slot, List.of());
            }
        };
    }

    private static Column nested(
            String name, ColumnType type, ResolvedSubschema shape, boolean required, int slot, List<Column> children) {
        return Column.nested(name, type, required, shape.nullable(), slot, children);
    }

    private Column element(SubschemaLocation array, int depth) {
        return column("element", array.at("items"), true, 0, depth + 1);
    }

    /// An object is a group if its schema names members, a map if it only gives their type, and JSON if it does
    /// neither.
    private Column object(String name, ResolvedSubschema shape, boolean required, int slot, int depth) {
        SubschemaLocation place = shape.place();
        if (!place.node().path("properties").isEmpty()) {
            return nested(name, ColumnType.GROUP, shape, required, slot, members(place, slot + 1, depth));
        }
        JsonNode additional = place.node().path("additionalProperties");
        if (additional.isObject() && !additional.isEmpty()) {
            Column key = Column.scalar("key", ColumnType.TEXT, true, false, 0);
            Column value = column("value", place.at("additionalProperties"), true, 1, depth + 1);
            return nested(name, ColumnType.MAP, shape, required, slot, List.of(key, value));
        }
        if (additional.isBoolean() && !additional.asBoolean()) {
            throw place.refused("/properties", "must name at least one property");
        }
        return Column.scalar(name, ColumnType.JSON, required, shape.nullable(), slot);
    }
}
