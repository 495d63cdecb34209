package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import smartcity.sink.row.Row;

/// Booleans.
final class BooleanValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private byte[] values = new byte[0];
    private int count;

    BooleanValues(ColumnAllocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public void add(Row row, int slot) {
        if (count == values.length) {
            values = Arrays.copyOf(values, allocation.grown(count, count + 1, Byte.BYTES));
        }
        values[count++] = (byte) row.longAt(slot);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int pendingBytes() {
        return count;
    }

    @Override
    public Page encode(PageEncoders encoders, Statistics<?> statistics) {
        for (int i = 0; i < count; i++) {
            statistics.updateStats(values[i] != 0);
        }
        Page page = encoders.booleans(values, count);
        count = 0;
        values = allocation.keeps(values.length, Byte.BYTES) ? values : new byte[0];
        return page;
    }
}
