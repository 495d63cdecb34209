package smartcity.sink.parquet;

import java.util.Arrays;

/// Byte strings of any length, one behind the other.
final class ByteStringArena {
    private final ColumnAllocation allocation;
    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private int count;

    ByteStringArena(ColumnAllocation allocation) {
        this.allocation = allocation;
    }

    void add(byte[] source, int offset, int length) {
        int start = size();
        if (bytes.length - start < length) {
            bytes = Arrays.copyOf(bytes, allocation.grown(bytes.length, Math.addExact(start, length), Byte.BYTES));
        }
        System.arraycopy(source, offset, bytes, start, length);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, allocation.grown(count, count + 1, Integer.BYTES));
        }
        ends[count++] = start + length;
    }

    int count() {
        return count;
    }

    /// Bytes of all together.
    int size() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /// The array that holds them, from 0 to [#size()].
    byte[] bytes() {
        return bytes;
    }

    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int length(int index) {
        return ends[index] - start(index);
    }

    boolean is(int index, byte[] other, int offset, int length) {
        int start = start(index);
        return ends[index] - start == length
                && Arrays.equals(bytes, start, start + length, other, offset, offset + length);
    }

    /// Less than zero, zero or more, as the one comes before the other, byte by byte without sign.
    int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(other), ends[other]);
    }

    byte[] copy(int index) {
        return Arrays.copyOfRange(bytes, start(index), ends[index]);
    }

    /// Forgets all but the first strings.
    void truncate(int newCount) {
        count = newCount;
    }

    /// Forgets everything; small arrays are kept, and their content until the next [#add].
    void clear() {
        count = 0;
        bytes = allocation.keeps(bytes.length, Byte.BYTES) ? bytes : new byte[0];
        ends = allocation.keeps(ends.length, Integer.BYTES) ? ends : new int[0];
    }

    /// Forgets everything and keeps nothing.
    void free() {
        count = 0;
        allocation.freed(bytes.length, Byte.BYTES);
        allocation.freed(ends.length, Integer.BYTES);
        bytes = new byte[0];
        ends = new int[0];
    }
}
