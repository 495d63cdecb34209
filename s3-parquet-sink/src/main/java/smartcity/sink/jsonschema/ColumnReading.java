package smartcity.sink.jsonschema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;

/// Makes the columns of one schema, and assigns their slots.
final class ColumnReading {
    /// Greatest depth of objects and arrays in each other [chosen, not measured].
    private static final int MAX_DEPTH = 64;

    /// Greatest number of columns, as references can multiply them without limit [chosen, not measured].
    private static final int MAX_COLUMNS = 10_000;

    private final ShapeReading shapes;
    private final UntypedValues untyped;
    private int columns;

    ColumnReading(ShapeReading shapes, UntypedValues untyped) {
        this.shapes = shapes;
        this.untyped = untyped;
    }

    /// Where a column is made.
    ///
    /// @param slot of its value
    /// @param depth number of objects and arrays around it, with itself
    private record Position(String name, boolean required, int slot, int depth) {}

    /// Makes the columns of the members of `objects`, the first in the slot `firstSlot`.
    ///
    /// @param place of the objects' schema
    /// @param depth number of objects and arrays around the objects
    List<Column> members(SubschemaLocation place, ObjectShape objects, int firstSlot, int depth) {
        if (objects.properties().isEmpty()) {
            throw place.refused("/properties", "must name at least one property");
        }
        List<Column> members = new ArrayList<>();
        int slot = firstSlot;
        for (Map.Entry<String, Subschema> property : objects.properties().entrySet()) {
            String name = property.getKey();
            if (name.isEmpty()) {
                throw property.getValue().place().refused("", "must have a name");
            }
            boolean required = objects.required().contains(name);
            Column column = column(property.getValue(), new Position(name, required, slot, depth + 1));
            members.add(column);
            slot += column.slots();
        }
        for (String name : objects.required()) {
            if (!objects.properties().containsKey(name) && !name.isEmpty()) {
                refuseIfSet(place, "must name a type of the required property " + name);
                members.add(Column.scalar(name, ColumnType.ANY_JSON, true, true, slot++));
            }
        }
        return members;
    }

    private Column column(Subschema subschema, Position at) {
        SubschemaLocation place = subschema.place();
        if (at.depth() > MAX_DEPTH) {
            throw place.refused("", "must nest at most " + MAX_DEPTH + " deep");
        }
        if (++columns > MAX_COLUMNS) {
            throw place.refused("", "must not be one of more than " + MAX_COLUMNS + " columns");
        }
        return column(place, at, shapes.of(subschema));
    }

    private Column column(SubschemaLocation place, Position at, ValueShape shape) {
        boolean nullable = shape.kinds().contains(JsonKind.NULL);
        Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
        kinds.addAll(shape.kinds());
        kinds.remove(JsonKind.NULL);
        if (shape.obstacle() != null) {
            return json(place, at, nullable, shape.obstacle());
        }
        if (kinds.equals(Set.of(JsonKind.OBJECT))) {
            return object(place, shape.objects(), at, nullable);
        }
        if (kinds.equals(Set.of(JsonKind.ARRAY))) {
            return array(place, shape.arrays(), at, nullable);
        }
        ScalarType type = ScalarType.of(kinds, shape.scalars());
        return type == null ? json(place, at, nullable, rule(kinds, shape)) : scalar(at, type, nullable);
    }

    private static Column scalar(Position at, ScalarType type, boolean nullable) {
        return new Column(
                at.name(), type.type(), type.precision(), type.scale(), at.required(), nullable, at.slot(), List.of());
    }

    private static String rule(Set<JsonKind> kinds, ValueShape shape) {
        if (kinds.isEmpty() || shape.isAnything()) {
            return "must have a type";
        }
        return kinds.equals(Set.of(JsonKind.INTEGER))
                ? "must be an integer of at most " + Column.MAX_PRECISION + " digits"
                : "must be of one type, with or without null, but was of " + kinds;
    }

    /// An object is a group if its schema names members, a map if it only gives their type, and JSON if it does
    /// neither.
    private Column object(SubschemaLocation place, ObjectShape objects, Position at, boolean nullable) {
        if (!objects.properties().isEmpty()) {
            List<Column> members = members(place, objects, at.slot() + 1, at.depth());
            return Column.nested(at.name(), ColumnType.GROUP, at.required(), nullable, at.slot(), members);
        }
        Subschema others = objects.others();
        if (others != null
                && !shapes.of(others).isAnything()
                && !shapes.of(others).kinds().isEmpty()) {
            Column key = Column.scalar("key", ColumnType.TEXT, true, false, 0);
            Column value = column(others, new Position("value", true, 1, at.depth() + 1));
            return Column.nested(at.name(), ColumnType.MAP, at.required(), nullable, at.slot(), List.of(key, value));
        }
        return Column.scalar(at.name(), ColumnType.JSON, at.required(), nullable, at.slot());
    }

    /// An array is a list if all its elements have one type or are described alike. It is JSON if they may be anything,
    /// or have different types by position.
    private Column array(SubschemaLocation place, ArrayShape arrays, Position at, boolean nullable) {
        Subschema items = arrays.items();
        String obstacle = obstacle(arrays, items);
        if (items == null || obstacle != null) {
            return json(place, at, nullable, obstacle == null ? "must have items with a type" : obstacle);
        }
        Column element = column(items, new Position("element", true, 0, at.depth() + 1));
        return Column.nested(at.name(), ColumnType.LIST, at.required(), nullable, at.slot(), List.of(element));
    }

    private @Nullable String obstacle(ArrayShape arrays, @Nullable Subschema items) {
        if (items == null || shapes.of(items).isAnything()) {
            return "must have items with a type";
        }
        if (!arrays.tuple()) {
            return null;
        }
        ColumnType type = new ColumnReading(shapes, UntypedValues.JSON)
                .column(items, new Position("element", true, 0, 1))
                .type();
        return type == ColumnType.ANY_JSON ? "must have elements of one type at every position" : null;
    }

    private Column json(SubschemaLocation place, Position at, boolean nullable, String rule) {
        refuseIfSet(place, rule);
        return Column.scalar(at.name(), ColumnType.ANY_JSON, at.required(), nullable, at.slot());
    }

    private void refuseIfSet(SubschemaLocation place, String rule) {
        if (untyped == UntypedValues.REFUSE) {
            throw place.refused("", rule);
        }
    }
}
