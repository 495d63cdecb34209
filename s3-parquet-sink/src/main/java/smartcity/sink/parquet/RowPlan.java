package smartcity.sink.parquet;

import java.util.ArrayList;
import java.util.List;
import smartcity.sink.row.Row;

/// How all columns of a schema get from a row into the leaves of a file. The order of the columns does not matter, so
/// those of one kind come together: a call that always goes to the same class costs a fraction of one that does not.
final class RowPlan {
    private final ColumnNode.Longs[] longs;
    private final ColumnNode.Texts[] texts;
    private final ColumnNode[] others;

    RowPlan(List<ColumnNode> columns) {
        List<ColumnNode> flat = new ArrayList<>();
        columns.forEach(column -> flatten(column, flat));
        this.longs = flat.stream().filter(ColumnNode.Longs.class::isInstance).toArray(ColumnNode.Longs[]::new);
        this.texts = flat.stream().filter(ColumnNode.Texts.class::isInstance).toArray(ColumnNode.Texts[]::new);
        this.others = flat.stream()
                .filter(column -> !(column instanceof ColumnNode.Longs || column instanceof ColumnNode.Texts))
                .toArray(ColumnNode[]::new);
    }

    /// The members of a required group are there, or missing, as if the row had them itself.
    private static void flatten(ColumnNode column, List<ColumnNode> flat) {
        if (column instanceof ColumnNode.Group group && group.present() == 0) {
            group.members().forEach(member -> flatten(member, flat));
        } else {
            flat.add(column);
        }
    }

    /// Adds the row to all columns.
    void write(Row row) {
        for (ColumnNode.Longs column : longs) {
            column.write(row, 0, 0, 0);
        }
        for (ColumnNode.Texts column : texts) {
            column.write(row, 0, 0, 0);
        }
        for (ColumnNode column : others) {
            column.write(row, 0, 0, 0);
        }
    }
}
