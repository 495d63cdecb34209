package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// Whole numbers of 64 bits.
final class LongValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private final LongDictionary dictionary;
    private long[] values = new long[0];
    private int count;

    LongValues(ColumnAllocation allocation) {
        this.allocation = allocation;
        this.dictionary = new LongDictionary(Long.BYTES, allocation);
    }

    @Override
    public void add(Row row, int slot) {
        add(row.longAt(slot));
    }

    void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, allocation.grown(count, count + 1, Long.BYTES));
        }
        values[count++] = value;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int pendingBytes() {
        return count * Long.BYTES;
    }

    @Override
    public Page encode(PageEncoders encoders, Statistics<?> statistics) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = values[i];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        statistics.updateStats(least);
        statistics.updateStats(greatest);
        Page page = encoders.longs(values, count, dictionary);
        count = 0;
        values = allocation.keeps(values.length, Long.BYTES) ? values : new long[0];
        return page;
    }

    @Override
    public @Nullable DictionaryPage takeDictionary() {
        return dictionary.take();
    }
}
