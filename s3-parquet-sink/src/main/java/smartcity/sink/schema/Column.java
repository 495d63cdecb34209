package smartcity.sink.schema;

import java.util.List;

/// One property of a record.
///
/// @param name the property's name, also the column's
/// @param required whether a record without the property is refused
/// @param nullable whether the property may be `null`
/// @param slot where its value lies in its frame: the record, or the element of the nearest enclosing list
/// @param children the members of a GROUP, the one element (named `element`) of a LIST, none otherwise; the
///     members of a group lie in the group's own frame
public record Column(
        String name, ColumnType type, boolean required, boolean nullable, int slot, List<Column> children) {
    public Column {
        children = List.copyOf(children);
        if (type == ColumnType.LIST && children.size() != 1) {
            throw new IllegalArgumentException("children of a list must be one element but was " + children.size());
        }
    }

    /// Whether a stored row may lack the value.
    public boolean optional() {
        return !required || nullable;
    }

    /// Slots that one value of this column takes in its frame, its members included.
    public int slots() {
        return type == ColumnType.GROUP
                ? 1 + children.stream().mapToInt(Column::slots).sum()
                : 1;
    }
}
