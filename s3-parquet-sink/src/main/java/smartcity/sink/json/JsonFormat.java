package smartcity.sink.json;

import java.util.List;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.row.RowFormat;
import smartcity.sink.schema.AddedColumns;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.RecordSchema;

/// Values that are JSON objects.
///
/// @param members of the objects
/// @param unknown what happens to other members
public record JsonFormat(RecordSchema members, UnknownFields unknown, ValueForms forms) implements RowFormat {
    /// Values of the usual forms.
    public JsonFormat(RecordSchema members, UnknownFields unknown) {
        this(members, unknown, ValueForms.USUAL);
    }

    /// The members, followed by `_extra` if unknown members are kept.
    @Override
    public RecordSchema schema() {
        if (unknown != UnknownFields.KEEP) {
            return members;
        }
        return members.and(List.of(Column.scalar(AddedColumns.EXTRA, ColumnType.JSON, false, true, members.slots())));
    }

    @Override
    public RowConverter converter(Row row) {
        return new JsonRows(this, row);
    }
}
