package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// Doubles: by a dictionary while the column repeats itself, as what a device rounds does.
final class DoubleValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private final LongDictionary dictionary;
    private long[] values = new long[0];
    private int count;

    DoubleValues(ColumnAllocation allocation) {
        this.allocation = allocation;
        this.dictionary = new LongDictionary(Long.BYTES, allocation);
    }

    @Override
    public void add(Row row, int slot) {
        if (count == values.length) {
            values = Arrays.copyOf(values, allocation.grown(count, count + 1, Long.BYTES));
        }
        values[count++] = row.longAt(slot);
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
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(values[i]);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        statistics.updateStats(least);
        statistics.updateStats(greatest);
        Page page = encoders.doubles(values, count, dictionary);
        count = 0;
        values = allocation.keeps(values.length, Long.BYTES) ? values : new long[0];
        return page;
    }

    @Override
    public @Nullable DictionaryPage takeDictionary() {
        return dictionary.take();
    }
}
