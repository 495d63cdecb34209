package smartcity.sink.parquet;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import smartcity.sink.parquet.ByteStringArena.Written;
import smartcity.sink.row.Row;

/// One column of a file: its values, and where they are missing or repeated, page by page.
// Over 200 lines: levels and values of a column advance together, value by value.
final class LeafColumn {
    private final ColumnDescriptor column;
    private final LevelValues levels;
    private final ColumnAllocation allocation;
    /// Whether a value may be missing or repeated: else nothing but values is kept.
    private final boolean levelled;

    private ColumnValues values;
    private @Nullable BloomHashes bloom;
    private int rows;

    /// @param allocation of the file
    LeafColumn(ColumnDescriptor column, ColumnAllocation allocation) {
        this.column = column;
        this.allocation = allocation;
        this.values = values(column.getPrimitiveType(), allocation);
        this.levelled = column.getMaxRepetitionLevel() > 0 || column.getMaxDefinitionLevel() > 0;
        this.levels = new LevelValues(column.getMaxRepetitionLevel(), column.getMaxDefinitionLevel(), allocation);
    }

    private static ColumnValues values(PrimitiveType type, ColumnAllocation allocation) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> new IntValues(allocation);
            case INT64 -> new LongValues(false, allocation);
            case DOUBLE -> new LongValues(true, allocation);
            case BOOLEAN -> new BooleanValues(allocation);
            case FIXED_LEN_BYTE_ARRAY -> new FixedBytesValues(type, allocation);
            case BINARY ->
                new TextValues(
                        type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation,
                        Written.AS_THEY_ARE,
                        allocation);
            case FLOAT, INT96 -> throw new IllegalArgumentException("type must be one that rows have but was " + type);
        };
    }

    /// Gives each column chunk a bloom filter; before the first value.
    void keepBloomFilter() {
        bloom = new BloomHashes(column.getPrimitiveType(), allocation);
    }

    /// Has the values given as UUIDs of 16 bytes, and writes them as text; before the first value, and not beside a
    /// bloom filter, which has hashes of what is written.
    void takeUuids() {
        values = new TextValues(true, Written.UUIDS, allocation);
    }

    boolean keepsBloomFilter() {
        return bloom != null;
    }

    /// What it keeps its values in. A caller that adds there also calls [#present], and there is no bloom filter.
    ColumnValues values() {
        return values;
    }

    /// Adds the value in that slot.
    void add(Row row, int slot, int repetition) {
        present(repetition);
        values.add(row, slot);
        if (bloom != null) {
            bloom.add(row, slot);
        }
    }

    /// Adds a value to a column outside of lists.
    void add(long value) {
        present(0);
        // No switch: each record passes here three times, and the JVM asks a method of its own for the type.
        if (values instanceof LongValues longs) {
            longs.add(value);
        } else if (values instanceof IntValues ints) {
            ints.add((int) value);
        } else {
            throw new IllegalArgumentException("column must hold whole numbers but was " + column);
        }
    }

    /// Adds a value of these bytes.
    void add(byte[] bytes, int offset, int length, int repetition) {
        present(repetition);
        switch (values) {
            case TextValues texts -> texts.add(bytes, offset, length);
            case FixedBytesValues fixed -> fixed.add(bytes, offset);
            case BooleanValues _, IntValues _, LongValues _ ->
                throw new IllegalArgumentException("column must hold text or bytes but was " + column);
        }
        if (bloom != null) {
            bloom.add(bytes, offset, length);
        }
    }

    /// There is a value, which is added apart.
    void present(int repetition) {
        if (levelled) {
            levels.add(repetition, column.getMaxDefinitionLevel());
            rows += repetition == 0 ? 1 : 0;
        }
    }

    /// Adds that there is no value.
    ///
    /// @param definition how far the path to it is there
    void addNull(int repetition, int definition) {
        if (!levelled) {
            throw new IllegalArgumentException("row must have a value of " + column);
        }
        levels.add(repetition, definition);
        rows += repetition == 0 ? 1 : 0;
    }

    /// Whether enough has come together for a page although the page's rows have not.
    boolean outgrown() {
        return values.pendingBytes() + entries() > ColumnAllocation.PAGE_BYTES / 2;
    }

    /// Makes a page of what has come together, if anything has. Only between rows.
    void flush(PageWriteStore pages, PageEncoders encoders) throws IOException {
        if (entries() == 0) {
            return;
        }
        int entries = entries();
        int nulls = entries - values.count();
        Statistics<?> statistics = statistics();
        statistics.incrementNumNulls(nulls);
        ColumnValues.Page page = values.count() == 0
                ? new ColumnValues.Page(Encoding.PLAIN, BytesInput.empty())
                : values.encode(encoders, statistics);
        write(page, entries, nulls, pages.getPageWriter(column), encoders, statistics);
        levels.clear();
        rows = 0;
    }

    /// Values and nulls since the last page.
    private int entries() {
        return levelled ? levels.count() : values.count();
    }

    private void write(
            ColumnValues.Page page,
            int entries,
            int nulls,
            PageWriter to,
            PageEncoders encoders,
            Statistics<?> statistics)
            throws IOException {
        int pageRows = levelled ? rows : entries;
        BytesInput repetitions = levels.repetitions(encoders.scratch().repetitions());
        BytesInput definitions = levels.definitions(encoders.scratch().definitions());
        if (encoders.levelsApart()) {
            to.writePageV2(
                    pageRows,
                    nulls,
                    entries,
                    repetitions,
                    definitions,
                    page.encoding(),
                    page.bytes(),
                    statistics,
                    null,
                    null);
        } else {
            to.writePage(
                    BytesInput.concat(sized(repetitions), sized(definitions), page.bytes()),
                    entries,
                    pageRows,
                    statistics,
                    levelEncoding(column.getMaxRepetitionLevel()),
                    levelEncoding(column.getMaxDefinitionLevel()),
                    page.encoding());
        }
    }

    /// Levels of a page of version 1 are behind their size; there are none where only one is possible.
    private static BytesInput sized(BytesInput levels) {
        return levels.size() == 0 ? levels : BytesInput.concat(BytesInput.fromInt((int) levels.size()), levels);
    }

    /// Writers of version 1 say so of levels that are not there.
    @SuppressWarnings("deprecation") // the format has no other name for it
    private static Encoding levelEncoding(int maxLevel) {
        return maxLevel == 0 ? Encoding.BIT_PACKED : Encoding.RLE;
    }

    /// Raw bytes have none: their least and greatest would be whole values, of no use to readers.
    private Statistics<?> statistics() {
        PrimitiveType type = column.getPrimitiveType();
        boolean raw =
                type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY && type.getLogicalTypeAnnotation() == null;
        return raw ? Statistics.noopStats(type) : Statistics.createStats(type);
    }

    /// Ends the column chunk after the last [#flush].
    void end(ColumnChunkPageWriteStore pages, PageEncoders encoders) throws IOException {
        DictionaryPage dictionary = values.takeDictionary();
        if (dictionary != null) {
            Encoding encoding = encoders.ofDictionary(true);
            pages.getPageWriter(column)
                    .writeDictionaryPage(
                            new DictionaryPage(dictionary.getBytes(), dictionary.getDictionarySize(), encoding));
        }
        if (bloom != null) {
            pages.getBloomFilterWriter(column).writeBloomFilter(bloom.take());
        }
    }

    /// What its pages take [bytes].
    long pageBytes(PageWriteStore pages) {
        PageWriter writer = pages.getPageWriter(column);
        return writer.getMemSize();
    }
}
