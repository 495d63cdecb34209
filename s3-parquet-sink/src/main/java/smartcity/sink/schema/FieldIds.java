package smartcity.sink.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The field IDs of a topic's columns, by which table formats know a column whatever becomes of its name and place. A
/// column keeps its ID permanently, and no other gets it.
///
/// @param byPath IDs from 1 on, by JSON pointers made of the names of columns; elements of lists and entries of maps
///     are columns named `element`, `key` and `value`
public record FieldIds(Map<String, Integer> byPath) {
    /// No column has an ID.
    public static final FieldIds NONE = new FieldIds(Map.of());

    /// The columns of the record itself that all files have.
    private static final List<String> ALWAYS =
            List.of(AddedColumns.PARTITION, AddedColumns.OFFSET, AddedColumns.TIMESTAMP);

    public FieldIds {
        byPath = Map.copyOf(byPath);
        if (byPath.values().stream().anyMatch(id -> id < 1) || new HashSet<>(byPath.values()).size() < byPath.size()) {
            throw new IllegalArgumentException("field IDs must be different and at least 1 but were " + byPath);
        }
    }

    /// These, and new ones for all columns of the schema that have none: the members of a column after the columns
    /// beside it, as Iceberg gives IDs to the columns of a new table.
    ///
    /// @throws IllegalArgumentException when no ID is left
    public FieldIds and(RecordSchema schema) {
        Map<String, Integer> all = new TreeMap<>(byPath);
        Numbering numbering = new Numbering(
                all, all.values().stream().mapToInt(id -> id).max().orElse(0));
        List<Column> columns = schema.columns();
        Stream.concat(columns.stream().map(Column::name), ALWAYS.stream()).forEach(name -> numbering.add("", name));
        columns.forEach(column -> numbering.members(path("", column.name()), column));
        return all.size() == byPath.size() ? this : new FieldIds(all);
    }

    /// The ID of the column at that path.
    public int of(String path) {
        Integer id = byPath.get(path);
        if (id == null) {
            throw new IllegalArgumentException("path must be one of " + byPath.keySet() + " but was " + path);
        }
        return id;
    }

    /// The path of a column in another one, or in the record itself.
    ///
    /// @param parent empty for the record
    public static String path(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static final class Numbering {
        private final Map<String, Integer> ids;
        private int last;

        Numbering(Map<String, Integer> ids, int last) {
            this.ids = ids;
            this.last = last;
        }

        void add(String parent, String name) {
            String path = path(parent, name);
            if (ids.containsKey(path)) {
                return;
            }
            if (last == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("field IDs must leave one for " + path + " but reach " + last);
            }
            ids.put(path, ++last);
        }

        void members(String path, Column column) {
            column.children().forEach(child -> add(path, child.name()));
            column.children().forEach(child -> members(path(path, child.name()), child));
        }
    }
}
