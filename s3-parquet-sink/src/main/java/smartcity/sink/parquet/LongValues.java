package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// Numbers of 64 bits: whole ones, or doubles by their bits.
final class LongValues implements ColumnValues {
    private final boolean doubles;
    private final ColumnAllocation allocation;
    private final LongDictionary dictionary;
    private long[] values = new long[0];
    private int count;

    /// @param doubles whether the values are doubles
    LongValues(boolean doubles, ColumnAllocation allocation) {
        this.doubles = doubles;
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
        if (doubles) {
            doubleStatistics(statistics);
        } else {
            longStatistics(statistics);
        }
        Page page = doubles ? encoders.doubles(values, count, dictionary) : encoders.longs(values, count, dictionary);
        count = 0;
        values = allocation.keeps(values.length, Long.BYTES) ? values : new long[0];
        return page;
    }

    private void doubleStatistics(Statistics<?> statistics) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(values[i]);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        statistics.updateStats(least);
        statistics.updateStats(greatest);
    }

    private void longStatistics(Statistics<?> statistics) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = values[i];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        statistics.updateStats(least);
        statistics.updateStats(greatest);
    }

    @Override
    public @Nullable DictionaryPage takeDictionary() {
        return dictionary.take();
    }
}
