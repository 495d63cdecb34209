package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveComparator;
import org.apache.parquet.schema.PrimitiveType;
import smartcity.sink.row.Row;

/// Bytes of one length, such as UUIDs: as they are.
final class FixedBytesValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private final int width;
    private final PrimitiveComparator<Binary> order;
    private byte[] values = new byte[0];
    private int count;

    FixedBytesValues(PrimitiveType type, ColumnAllocation allocation) {
        this.allocation = allocation;
        this.width = type.getTypeLength();
        this.order = type.comparator();
    }

    @Override
    public void add(Row row, int slot) {
        add(row.bytes(slot), row.offset(slot));
    }

    void add(byte[] source, int offset) {
        int end = count * width;
        if (end + width > values.length) {
            values = Arrays.copyOf(values, width * allocation.grown(count, count + 1, width));
        }
        System.arraycopy(source, offset, values, end, width);
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int pendingBytes() {
        return count * width;
    }

    @Override
    public Page encode(PageEncoders encoders, Statistics<?> statistics) {
        byte[] page = values;
        Binary least = Binary.fromConstantByteArray(page, 0, width);
        Binary greatest = least;
        for (int at = width; at < count * width; at += width) {
            Binary value = Binary.fromConstantByteArray(page, at, width);
            if (order.compare(value, least) < 0) {
                least = value;
            } else if (order.compare(value, greatest) > 0) {
                greatest = value;
            }
        }
        statistics.updateStats(Binary.fromConstantByteArray(least.getBytes()));
        statistics.updateStats(Binary.fromConstantByteArray(greatest.getBytes()));
        int length = count * width;
        count = 0;
        values = allocation.keeps(page.length, Byte.BYTES) ? page : new byte[0];
        return new Page(Encoding.PLAIN, BytesInput.from(page, 0, length));
    }
}
