package smartcity.sink.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import smartcity.sink.file.FileForm;
import smartcity.sink.row.Row;
import smartcity.sink.schema.Column;

/// How a column of a schema gets from a row into the leaves of a file: the plan of a file's rows is a list of these.
// Over 200 lines: one small record for each shape of a column.
sealed interface ColumnNode {
    /// Writes the column's value in the frame, or that it is missing.
    ///
    /// @param repetition of the first value
    /// @param definition how far the path to this column is there
    void write(Row row, int frame, int repetition, int definition);

    /// Writes that something around the column is missing.
    void writeNull(int repetition, int definition);

    /// The plan of these columns.
    ///
    /// @param leaves of the file, in order; those of the columns are taken
    /// @param form of the file
    /// @param repetition how many lists are around the columns
    static List<ColumnNode> of(List<Column> columns, Iterator<LeafColumn> leaves, FileForm form, int repetition) {
        List<ColumnNode> nodes = new ArrayList<>();
        for (Column column : columns) {
            nodes.add(of(column, leaves, form, repetition));
        }
        return nodes;
    }

    private static ColumnNode of(Column column, Iterator<LeafColumn> leaves, FileForm form, int repetition) {
        int slot = column.slot();
        int present = column.optional() ? 1 : 0;
        return switch (column.type()) {
            case GROUP -> new Group(slot, present, of(column.children(), leaves, form, repetition));
            case LIST, MAP ->
                new Repeated(slot, present, repetition + 1, of(column.children(), leaves, form, repetition + 1));
            case TEXT, UUID, INSTANT, DATE, TIME, INT32, INT64, DECIMAL, DOUBLE, BOOLEAN, BYTES, JSON, ANY_JSON ->
                single(column, leaves.next(), form);
        };
    }

    private static ColumnNode single(Column column, LeafColumn leaf, FileForm form) {
        int slot = column.slot();
        if (form == FileForm.COMPATIBLE) {
            switch (column.type()) {
                case UUID -> {
                    return uuid(slot, leaf);
                }
                case TIME -> {
                    return new Converted(slot, leaf, new ValueBytes.TimeText());
                }
                case DECIMAL -> {
                    return column.precision() > Column.LONG_PRECISION
                            ? plain(slot, leaf)
                            : new Converted(slot, leaf, new ValueBytes.DecimalBytes(column.decimalBytes()));
                }
                default -> {}
            }
        }
        return plain(slot, leaf);
    }

    private static ColumnNode uuid(int slot, LeafColumn leaf) {
        if (leaf.keepsBloomFilter()) {
            return new Converted(slot, leaf, new ValueBytes.UuidBytes());
        }
        leaf.takeUuids();
        return plain(slot, leaf);
    }

    private static ColumnNode plain(int slot, LeafColumn leaf) {
        if (leaf.keepsBloomFilter()) {
            return new Single(slot, leaf);
        }
        return switch (leaf.values()) {
            case LongValues values -> new Longs(slot, leaf, values);
            case TextValues values -> new Texts(slot, leaf, values);
            case BooleanValues _, FixedBytesValues _, IntValues _ -> new Single(slot, leaf);
        };
    }

    /// One value of 64 bits.
    record Longs(int slot, LeafColumn leaf, LongValues values) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            if (row.has(frame + slot)) {
                leaf.present(repetition);
                values.add(row.longAt(frame + slot));
            } else {
                leaf.addNull(repetition, definition);
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            leaf.addNull(repetition, definition);
        }
    }

    /// One text, or bytes.
    record Texts(int slot, LeafColumn leaf, TextValues values) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            int at = frame + slot;
            if (row.has(at)) {
                leaf.present(repetition);
                values.add(row.bytes(at), row.offset(at), row.length(at));
            } else {
                leaf.addNull(repetition, definition);
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            leaf.addNull(repetition, definition);
        }
    }

    /// One value.
    record Single(int slot, LeafColumn leaf) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            if (row.has(frame + slot)) {
                leaf.add(row, frame + slot, repetition);
            } else {
                leaf.addNull(repetition, definition);
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            leaf.addNull(repetition, definition);
        }
    }

    /// One value, written as other bytes than the row has.
    record Converted(int slot, LeafColumn leaf, ValueBytes bytes) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            if (row.has(frame + slot)) {
                int length = bytes.put(row, frame + slot);
                leaf.add(bytes.array(), 0, length, repetition);
            } else {
                leaf.addNull(repetition, definition);
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            leaf.addNull(repetition, definition);
        }
    }

    /// Members in the same frame.
    ///
    /// @param present by how much the definition grows when the group is there: 1 if it may be missing
    record Group(int slot, int present, List<ColumnNode> members) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            if (!row.has(frame + slot)) {
                writeNull(repetition, definition);
                return;
            }
            for (ColumnNode member : members) {
                member.write(row, frame, repetition, definition + present);
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            for (ColumnNode member : members) {
                member.writeNull(repetition, definition);
            }
        }
    }

    /// The elements of a list or the entries of a map, each in a frame of its own.
    ///
    /// @param again repetition of all elements but the first
    /// @param members of one element
    record Repeated(int slot, int present, int again, List<ColumnNode> members) implements ColumnNode {
        @Override
        public void write(Row row, int frame, int repetition, int definition) {
            int list = frame + slot;
            if (!row.has(list) || row.count(list) == 0) {
                writeNull(repetition, row.has(list) ? definition + present : definition);
                return;
            }
            int element = row.firstFrame(list);
            for (int i = 0; i < row.count(list); i++) {
                element = i == 0 ? element : row.next(element);
                for (ColumnNode member : members) {
                    member.write(row, element, i == 0 ? repetition : again, definition + present + 1);
                }
            }
        }

        @Override
        public void writeNull(int repetition, int definition) {
            for (ColumnNode member : members) {
                member.writeNull(repetition, definition);
            }
        }
    }
}
