package smartcity.sink.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import smartcity.sink.store.ObjectContent;

/// A Parquet file being written in memory, column by column: pages, compressed as soon as they are
/// full.
///
/// An open file has no buffers but its values; what writes it is made when the first page is full. For one thread.
final class ParquetFile {
    /// Rows of a page: what the library writes by default, so that readers skip as finely [rows].
    private static final int PAGE_ROWS = 20_000;

    /// Of pages in one row group [bytes of Parquet; chosen, not measured].
    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

    /// Text in the page index is cut to this [bytes]. Source: default of parquet-java.
    private static final int INDEX_TEXT = ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH;

    private final MessageType type;
    private final Shared shared;
    private final OpenFileCost cost;
    private final ColumnAllocation allocation = new ColumnAllocation();
    private final List<LeafColumn> leaves;
    private final MemoryFile file = new MemoryFile();
    private @Nullable ParquetFileWriter writer;
    private @Nullable ColumnChunkPageWriteStore pages;
    private long rows;
    private int pageRows;
    private long groupRows;
    private long groups;
    private long pageBytes;

    /// What all files of a thread share.
    record Shared(PageEncoders encoders, PageCodec codec) {}

    ParquetFile(MessageType type, Shared shared) {
        this.type = type;
        this.shared = shared;
        this.cost = OpenFileCost.of(type);
        this.leaves = type.getColumns().stream()
                .map(column -> new LeafColumn(column, allocation))
                .toList();
    }

    /// The columns, in the order of the type; a row is added by adding to each of them, then [#endRow].
    List<LeafColumn> leaves() {
        return leaves;
    }

    /// Every leaf has been given the row.
    void endRow() {
        rows++;
        groupRows++;
        if (++pageRows == PAGE_ROWS || allocation.pageDue) {
            flush();
        }
    }

    long rows() {
        return rows;
    }

    /// See [smartcity.sink.file.OpenFile#sizeBytes].
    long sizeBytes() {
        return allocation.bytes + pageBytes + file.getPos();
    }

    /// See [smartcity.sink.file.OpenFile#heldBytes].
    long heldBytes() {
        long writing = (pages == null ? 0 : cost.pages()) + groups * cost.group();
        return cost.open() + allocation.bytes + pageBytes + file.heldBytes() + writing;
    }

    /// See [smartcity.sink.file.OpenFile#finishingBytes]. What is not in a page yet becomes one, and all pages are
    /// copied.
    long finishingBytes() {
        return (pages == null ? cost.pages() : 0) + cost.group() + allocation.bytes + pageBytes;
    }

    /// Makes pages of all columns when the page's rows have come together, else of those that have outgrown a page.
    private void flush() {
        boolean all = pageRows == PAGE_ROWS;
        ColumnChunkPageWriteStore store = pages();
        try {
            for (LeafColumn leaf : leaves) {
                if (all || leaf.outgrown()) {
                    leaf.flush(store, shared.encoders);
                }
            }
            pageBytes = leaves.stream().mapToLong(leaf -> leaf.pageBytes(store)).sum();
            pageRows = all ? 0 : pageRows;
            allocation.pageDue = false;
            if (pageBytes >= ROW_GROUP_BYTES) {
                endGroup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to write Parquet in memory", e);
        }
    }

    private ColumnChunkPageWriteStore pages() {
        ColumnChunkPageWriteStore open = pages;
        if (open == null) {
            open = ColumnChunkPageWriteStore.builder()
                    .withSchema(type)
                    .withCompressorProvider(_ -> shared.codec.compressor())
                    .withAllocator(new HeapByteBufferAllocator())
                    .build();
            pages = open;
        }
        return open;
    }

    private void endGroup() throws IOException {
        ParquetFileWriter to = writer();
        ColumnChunkPageWriteStore store = pages();
        to.startBlock(groupRows);
        for (LeafColumn leaf : leaves) {
            leaf.flush(store, shared.encoders);
            leaf.end(store, shared.encoders);
        }
        store.flushToFileWriter(to);
        to.endBlock();
        store.close();
        pages = null;
        pageBytes = 0;
        pageRows = 0;
        groupRows = 0;
        groups++;
    }

    private ParquetFileWriter writer() throws IOException {
        ParquetFileWriter open = writer;
        if (open == null) {
            open = new ParquetFileWriter(
                    file,
                    type,
                    ParquetFileWriter.Mode.CREATE,
                    ROW_GROUP_BYTES,
                    0,
                    INDEX_TEXT,
                    ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                    true,
                    (FileEncryptionProperties) null);
            open.start();
            writer = open;
        }
        return open;
    }

    /// Completes the file and returns its bytes; it cannot be used afterwards.
    ///
    /// @param footer its key-value metadata
    ObjectContent finish(Map<String, String> footer) {
        try (ParquetFileWriter to = writer()) {
            if (groupRows > 0) {
                endGroup();
            }
            to.end(footer);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to finish a Parquet file in memory", e);
        }
        return file.content();
    }
}
