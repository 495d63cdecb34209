package smartcity.sink.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;

/// The typed columns of a topic's records.
///
/// @param id the schema's own identity (`$id` of a JSON Schema), recorded in each file
/// @param columns in the order of the schema file
/// @param bloomFilters dotted names of the columns with a bloom filter
/// @param fieldIds of columns, these among them; a column without one gets one in each file
public record RecordSchema(
        String id, List<Column> columns, EventTime eventTime, Set<String> bloomFilters, FieldIds fieldIds) {
    public RecordSchema {
        columns = List.copyOf(columns);
        bloomFilters = Set.copyOf(bloomFilters);
    }

    /// A schema without bloom filters and field IDs.
    public RecordSchema(String id, List<Column> columns, EventTime eventTime) {
        this(id, columns, eventTime, Set.of(), FieldIds.NONE);
    }

    /// Slots of one record, without the elements of its lists and maps.
    public int slots() {
        return Column.slotsOf(columns);
    }

    /// The top-level column of that name.
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Expected a column of " + id + ", got: " + name));
    }

    /// The same schema with these columns only.
    public RecordSchema with(List<Column> others) {
        return new RecordSchema(id, others, eventTime, bloomFilters, fieldIds);
    }

    /// The same columns, followed by `added`, whose slots must start at [#slots].
    public RecordSchema and(List<Column> added) {
        return with(Stream.concat(columns.stream(), added.stream()).toList());
    }

    /// The same columns, each of which a stored row may lack.
    public RecordSchema allOptional() {
        return with(columns.stream().map(Column::asOptional).toList());
    }

    /// The same columns, with bloom filters of those named.
    ///
    /// @param names dotted, with `element` for the elements of a list, `key` and `value` for the entries of a map
    /// @throws IllegalArgumentException when a name is not that of a column that can have a bloom filter
    public RecordSchema withBloomFilters(Collection<String> names) {
        List<String> allowed = new ArrayList<>();
        columns.forEach(column -> leaves(column, "", false, allowed));
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(
                        "bloom-filters must name columns of values other than true and false, of " + allowed
                                + ", but was " + name);
            }
        }
        return new RecordSchema(id, columns, eventTime, Set.copyOf(names), fieldIds);
    }

    /// The same columns, with these field IDs.
    public RecordSchema withFieldIds(FieldIds ids) {
        return new RecordSchema(id, columns, eventTime, bloomFilters, ids);
    }

    /// Dotted names of all columns that hold values, in the order in which files have them.
    public List<String> leafNames() {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> leaves(column, "", true, names));
        return names;
    }

    /// Dotted names of all columns of that type.
    public List<String> namesOf(ColumnType type) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> namesOf(type, column, "", names));
        return names;
    }

    private static void namesOf(ColumnType type, Column column, String path, List<String> names) {
        if (column.type() == type) {
            names.add(path + column.name());
        }
        column.children().forEach(child -> namesOf(type, child, path + column.name() + ".", names));
    }

    private static void leaves(Column column, String path, boolean booleans, List<String> names) {
        String name = path + column.name();
        if (!column.children().isEmpty()) {
            column.children().forEach(child -> leaves(child, name + ".", booleans, names));
        } else if (booleans || column.type() != ColumnType.BOOLEAN) {
            names.add(name);
        }
    }
}
