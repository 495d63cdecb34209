package smartcity.sink.parquet;

import java.util.Arrays;
import smartcity.sink.row.ByteWords;

/// Byte strings of any length, one behind the other.
final class ByteStringArena {
    /// How the strings get into a file.
    enum Written {
        AS_THEY_ARE,
        /// The strings are UUIDs of 16 bytes, which are written as text; it sorts as they do.
        UUIDS
    }

    private final Written written;
    private final ColumnAllocation allocation;
    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private int count;

    ByteStringArena(Written written, ColumnAllocation allocation) {
        this.written = written;
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

    /// Whether the string is the other one, whose first word is known to be the same.
    boolean isBehindHead(int index, byte[] other, int offset, int length) {
        int start = start(index);
        return ends[index] - start == length && ByteWords.sameBehindHead(bytes, start, other, offset, length);
    }

    /// The first word of the string, with zeros behind its end, as a number without sign that sorts as strings do. Of
    /// those with the same one, [#compare] says which comes first.
    long prefix(int index) {
        int start = start(index);
        return Long.reverseBytes(ByteWords.head(bytes, start, ends[index] - start));
    }

    /// Less than zero, zero or more, as the one comes before the other, byte by byte without sign.
    int compare(int one, int other) {
        return Arrays.compareUnsigned(bytes, start(one), ends[one], bytes, start(other), ends[other]);
    }

    /// The string as files have it.
    byte[] copy(int index) {
        if (written == Written.UUIDS) {
            byte[] text = new byte[UuidText.LENGTH];
            UuidText.put(bytes, start(index), text, 0);
            return text;
        }
        return Arrays.copyOfRange(bytes, start(index), ends[index]);
    }

    /// What [#write] writes [bytes].
    int writtenBytes() {
        int lengths = Math.multiplyExact(count, Integer.BYTES);
        return Math.addExact(lengths, written == Written.UUIDS ? Math.multiplyExact(count, UuidText.LENGTH) : size());
    }

    /// Writes all of them from the start of `to`, each behind its length, and returns how many bytes that took.
    int write(byte[] to) {
        int at = 0;
        for (int i = 0; i < count; i++) {
            int start = start(i);
            int length = written == Written.UUIDS ? UuidText.LENGTH : ends[i] - start;
            ByteWords.putHalf(to, at, length);
            at += Integer.BYTES;
            if (written == Written.UUIDS) {
                UuidText.put(bytes, start, to, at);
            } else {
                System.arraycopy(bytes, start, to, at, length);
            }
            at += length;
        }
        return at;
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
