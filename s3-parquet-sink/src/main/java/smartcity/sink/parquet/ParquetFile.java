package smartcity.sink.parquet;

import java.io.IOException;
import org.apache.parquet.hadoop.ParquetWriter;
import smartcity.sink.store.Content;

/// A Parquet file being written in memory.
final class ParquetFile<T> implements OpenFile<T> {
    private final MemoryFile file;
    private final ParquetWriter<T> writer;
    private final Support<T> support;
    private long rows;

    ParquetFile(MemoryFile file, ParquetWriter<T> writer, Support<T> support) {
        this.file = file;
        this.writer = writer;
        this.support = support;
    }

    @Override
    public void write(T row) {
        try {
            writer.write(row);
            rows++;
        } catch (IOException e) {
            throw new IllegalStateException("Failed to write a Parquet row in memory", e);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long heldBytes() {
        return writer.getDataSize();
    }

    @Override
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
