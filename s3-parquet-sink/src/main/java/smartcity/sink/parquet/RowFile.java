package smartcity.sink.parquet;

import smartcity.sink.row.Row;
import smartcity.sink.store.Content;

/// A [ParquetFile] of rows, each with where in Kafka it comes from.
public final class RowFile {
    private final RowWriter rowWriter;
    private final ParquetFile<Row> file;

    RowFile(RowWriter rowWriter, ParquetFile<Row> file) {
        this.rowWriter = rowWriter;
        this.file = file;
    }

    /// Appends the row; its content is copied.
    ///
    /// @param timestampMillis Kafka's timestamp [ms since 1970]; negative when there is none
    public void write(Row row, long offset, long timestampMillis) {
        rowWriter.offset = offset;
        rowWriter.timestampMillis = timestampMillis;
        file.write(row);
    }

    public long rows() {
        return file.rows();
    }

    /// See [ParquetFile#heldBytes].
    public long heldBytes() {
        return file.heldBytes();
    }

    /// See [ParquetFile#finish].
    public Content finish(long lastOffset) {
        return file.finish(lastOffset);
    }
}
