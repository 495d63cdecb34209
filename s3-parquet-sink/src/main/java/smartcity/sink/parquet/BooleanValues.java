package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import smartcity.sink.row.Row;

/// Booleans: run lengths.
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
        BytesInput runs = encoders.values().encode(values, count, 1);
        count = 0;
        values = allocation.keeps(values.length, Byte.BYTES) ? values : new byte[0];
        return new Page(Encoding.RLE, BytesInput.concat(BytesInput.fromInt((int) runs.size()), runs));
    }
}
