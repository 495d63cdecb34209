package smartcity.sink.parquet;

import java.io.IOException;
import org.apache.parquet.hadoop.ParquetWriter;
import smartcity.sink.store.Content;

/// A Parquet file being written in memory. It is complete only after [#finish]; one that is let go before is nothing.
/// For one thread.
public final class ParquetFile<T> {
    private final MemoryFile file;
    private final ParquetWriter<T> writer;
    private final Support<T> support;
    private long rows;

    ParquetFile(MemoryFile file, ParquetWriter<T> writer, Support<T> support) {
        this.file = file;
        this.writer = writer;
        this.support = support;
    }

    /// Appends one row.
    public void write(T row) {
        try {
            writer.write(row);
            rows++;
        } catch (IOException e) {
            throw new IllegalStateException("Failed to write a Parquet row in memory", e);
        }
    }

    public long rows() {
        return rows;
    }

    /// Memory that the file's rows take now, encoded or not yet [bytes, an estimate].
    public long heldBytes() {
        return writer.getDataSize();
    }

    /// Completes the file and returns its bytes.
    ///
    /// @param lastOffset the last offset of the range it was cut from
    public Content finish(long lastOffset) {
        support.footer.put("smartcity.offset.last", Long.toString(lastOffset));
        try {
            writer.close();
        } catch (IOException e) {
            throw new IllegalStateException("Failed to finish a Parquet file in memory", e);
        }
        return file.content();
    }
}
