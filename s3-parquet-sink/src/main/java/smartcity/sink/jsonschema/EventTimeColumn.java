package smartcity.sink.jsonschema;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EpochUnit;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.EventTimeSource;

/// Finds the columns of the event time.
final class EventTimeColumn {
    private static final Set<ColumnType> DATE_TIMES = Set.of(ColumnType.INSTANT, ColumnType.TEXT, ColumnType.ANY_JSON);
    private static final Set<ColumnType> NUMBERS = Set.of(
            ColumnType.INT32,
            ColumnType.INT64,
            ColumnType.DOUBLE,
            ColumnType.DECIMAL,
            ColumnType.TEXT,
            ColumnType.ANY_JSON);

    private EventTimeColumn() {}

    /// A column, and whether every record has a value in it.
    private record Found(Column column, boolean always) {}

    /// The columns at the properties' paths. A first one that every record has is the only one.
    static EventTime of(SubschemaLocation root, List<Column> columns, EventTimeSource.Properties from) {
        EventTimeSource.Property first = from.properties().getFirst();
        Found found = found(root, columns, first);
        Column column = found.column();
        if (found.always() && column.type() == ColumnType.INSTANT) {
            return new EventTime.OfColumn(column.slot(), EpochUnit.MICROS);
        }
        EpochUnit unit = first.unit();
        if (found.always()
                && unit != null
                && (column.type() == ColumnType.INT64 || column.type() == ColumnType.INT32)) {
            return new EventTime.OfColumn(column.slot(), unit);
        }
        List<EventTime.Field> fields = from.properties().stream()
                .map(one -> new EventTime.Field(
                        one.path(), found(root, columns, one).column(), one.unit()))
                .toList();
        return new EventTime.OfFields(fields, from.kafkaLast(), from.zone());
    }

    private static Found found(SubschemaLocation root, List<Column> columns, EventTimeSource.Property property) {
        SubschemaLocation place = root;
        List<Column> members = columns;
        Found found = null;
        for (String name : names(property.path(), columns)) {
            Column column = member(members, name);
            if (column == null) {
                throw place.refused("/properties", "must have the event time " + property.path());
            }
            place = place.at(place.node(), "/properties/" + SubschemaLocation.escaped(name));
            found = new Found(column, !column.optional() && (found == null || found.always()));
            members = column.type() == ColumnType.GROUP ? column.children() : List.of();
        }
        EpochUnit unit = property.unit();
        if (found == null
                || !(unit == null ? DATE_TIMES : NUMBERS)
                        .contains(found.column().type())) {
            throw place.refused(
                    "",
                    unit == null
                            ? "must be a date-time or a text with one, as it is the event time"
                            : "must be a number or a text with one, as it is the event time");
        }
        return found;
    }

    /// The names on the way: of a JSON pointer, of a property that has dots in its name, or between dots.
    private static List<String> names(String path, List<Column> columns) {
        if (path.startsWith("/")) {
            return Arrays.stream(path.substring(1).split("/", -1))
                    .map(name -> name.replace("~1", "/").replace("~0", "~"))
                    .toList();
        }
        return member(columns, path) == null ? List.of(path.split("\\.", -1)) : List.of(path);
    }

    private static @Nullable Column member(List<Column> members, String name) {
        return members.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
