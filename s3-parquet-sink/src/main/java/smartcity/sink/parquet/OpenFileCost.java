package smartcity.sink.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.MessageType;

/// What a file takes whatever values it has: with many columns and few rows, most of its memory.
///
/// The figures are what HotSpot takes with compressed references; `./smartcity bench estimate` compares them with
/// the live heap.
///
/// @param open objects of its columns [bytes]
/// @param pages what writes its pages, from the first page of a row group to the group's end [bytes]
/// @param group the footer's part of a row group, from the group's end to the file's end [bytes]
record OpenFileCost(long open, long pages, long group) {
    /// Of a column of numbers, booleans or bytes of one length, with its arrays while they are empty.
    private static final long COLUMN = 245;

    /// Of the dictionary of a column of doubles, more than that.
    private static final long DOUBLES = 65;

    /// Of the dictionary and the lengths of a column of text or bytes, more than that.
    private static final long TEXTS = 200;

    /// Of the lists and groups around a column.
    private static final long NESTING = 112;

    /// Of a column's page writer with the statistics and the index entries of its pages.
    private static final long PAGES = 1_850;

    /// Of a column chunk's metadata and indexes.
    private static final long GROUP = 1_000;

    static OpenFileCost of(MessageType type) {
        long open = 0;
        for (ColumnDescriptor column : type.getColumns()) {
            open += COLUMN + (column.getPath().length > 1 ? NESTING : 0);
            open += switch (column.getPrimitiveType().getPrimitiveTypeName()) {
                case BINARY -> TEXTS;
                case DOUBLE -> DOUBLES;
                case BOOLEAN, INT32, INT64, FIXED_LEN_BYTE_ARRAY, FLOAT, INT96 -> 0;
            };
        }
        int columns = type.getColumns().size();
        return new OpenFileCost(open, columns * PAGES, columns * GROUP);
    }
}
