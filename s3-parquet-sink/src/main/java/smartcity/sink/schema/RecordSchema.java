package smartcity.sink.schema;

import java.util.List;
import java.util.NoSuchElementException;

/// The typed columns of a topic's records.
///
/// @param id the schema's own identity (`$id`), recorded in each file
/// @param columns in the order of the schema file
/// @param eventTime the top-level column that holds when the event happened
public record RecordSchema(String id, List<Column> columns, Column eventTime) {
    /// The property that holds the event time.
    public static final String EVENT_TIME = "timestamp";

    public RecordSchema {
        columns = List.copyOf(columns);
        if (eventTime.type() != ColumnType.INSTANT || eventTime.optional()) {
            throw new IllegalArgumentException("eventTime must be a required date-time but was " + eventTime);
        }
    }

    /// Slots that one record takes, without the elements of its lists.
    public int slots() {
        return columns.stream().mapToInt(Column::slots).sum();
    }

    /// The top-level column of that name.
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Expected a column of " + id + ", got: " + name));
    }
}
