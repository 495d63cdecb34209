package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// Whole numbers of 32 bits.
final class IntValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private final LongDictionary dictionary;
    private int[] values = new int[0];
    private int count;

    IntValues(ColumnAllocation allocation) {
        this.allocation = allocation;
        this.dictionary = new LongDictionary(Integer.BYTES, allocation);
    }

    @Override
    public void add(Row row, int slot) {
        add((int) row.longAt(slot));
    }

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, allocation.grown(count, count + 1, Integer.BYTES));
        }
        values[count++] = value;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int pendingBytes() {
        return count * Integer.BYTES;
    }

    @Override
    public Page encode(PageEncoders encoders, Statistics<?> statistics) {
        int least = Integer.MAX_VALUE;
        int greatest = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            int value = values[i];
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        statistics.updateStats(least);
        statistics.updateStats(greatest);
        Page page = encoders.ints(values, count, dictionary);
        count = 0;
        values = allocation.keeps(values.length, Integer.BYTES) ? values : new int[0];
        return page;
    }

    @Override
    public @Nullable DictionaryPage takeDictionary() {
        return dictionary.take();
    }
}
