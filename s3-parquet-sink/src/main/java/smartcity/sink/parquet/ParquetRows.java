package smartcity.sink.parquet;

import smartcity.sink.row.Row;
import smartcity.sink.store.Content;

/// A [ParquetFile] of rows, each with where in Kafka it comes from.
final class ParquetRows implements RowFile {
    private final RowWriter rowWriter;
    private final ParquetFile<Row> file;

    ParquetRows(RowWriter rowWriter, ParquetFile<Row> file) {
        this.rowWriter = rowWriter;
        this.file = file;
    }

    @Override
    public void write(Row row, long offset, long timestampMillis) {
        rowWriter.offset = offset;
        rowWriter.timestampMillis = timestampMillis;
        file.write(row);
    }

    @Override
    public long rows() {
        return file.rows();
    }

    @Override
    public long heldBytes() {
        return file.heldBytes();
    }

    @Override
    public Content finish(long lastOffset) {
        return file.finish(lastOffset);
    }
}
