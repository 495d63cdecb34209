package smartcity.sink.jsonschema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTimeFrom;

/// Finds the column of the event time.
final class EventTimeColumn {
    private EventTimeColumn() {}

    /// The column at the property's path. The column and the objects around it must be present in every record.
    static EventTime of(SubschemaLocation root, List<Column> columns, EventTimeFrom.Property property) {
        String path = property.path();
        String[] names = path.startsWith("/")
                ? path.substring(1).split("/", -1)
                : new String[] {SubschemaLocation.escaped(path)};
        SubschemaLocation place = root;
        List<Column> members = columns;
        Column found = null;
        for (String escaped : names) {
            String name = escaped.replace("~1", "/").replace("~0", "~");
            found = member(members, name);
            if (found == null) {
                throw place.refused("/properties", "must have the event time " + path);
            }
            place = place.at(place.node(), "/properties/" + escaped);
            if (found.optional()) {
                throw place.refused("", rule(property.unit()));
            }
            members = found.type() == ColumnType.GROUP ? found.children() : List.of();
        }
        if (found == null || !isTime(found, property.unit())) {
            throw place.refused("", rule(property.unit()));
        }
        return new EventTime.OfColumn(found.slot(), property.unit() == null ? EpochUnit.MICROS : property.unit());
    }

    private static @Nullable Column member(List<Column> members, String name) {
        return members.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isTime(Column column, @Nullable EpochUnit unit) {
        return unit == null
                ? column.type() == ColumnType.INSTANT
                : column.type() == ColumnType.INT64 || column.type() == ColumnType.INT32;
    }

    private static String rule(@Nullable EpochUnit unit) {
        return unit == null
                ? "must be a required date-time, never null"
                : "must be a required integer of at most 64 bits, never null";
    }
}
