package smartcity.sink.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.jspecify.annotations.Nullable;

/// The different values of a column of whole numbers or of 64 bits, numbered in the order of their first
/// occurrence. It is abandoned for the rest of the column chunk where it saves nothing: when more than half
/// of a page's values are new to it, or when it is full.
final class LongDictionary {
    /// Indices stay within 15 bits, about what such values compress to otherwise [entries; measured on vehicles].
    private static final int MOST = 1 << 15;

    /// What [#id] returns instead of a number. A primitive, as each value of a column needs one.
    private static final int NO_ROOM = -1;

    private final int width;
    private final ColumnAllocation allocation;
    private long[] entries = new long[0];

    /// Numbers of the entries plus one, by hash; a power of two, at most half full.
    private int[] table = new int[0];

    private int size;
    private boolean abandoned;

    /// @param width of one entry in the file [bytes]: 4 or 8
    LongDictionary(int width, ColumnAllocation allocation) {
        this.width = width;
        this.allocation = allocation;
    }

    /// Finds the number of each value; returns false when the dictionary is abandoned, and `ids` are undefined.
    boolean find(long[] values, int count, int[] ids) {
        if (abandoned) {
            return false;
        }
        int before = size;
        int most = Math.min(MOST, before + count / 2);
        int id = NO_ROOM;
        for (int i = 0; i < count; i++) {
            // Reports of one instant come one after the other, and a file has one partition.
            if (i == 0 || values[i] != values[i - 1]) {
                id = id(values[i], most);
            }
            if (id == NO_ROOM) {
                size = before;
                abandoned = true;
                return false;
            }
            ids[i] = id;
        }
        return true;
    }

    private int id(long value, int most) {
        if (2 * size >= table.length) {
            rehash();
        }
        int at = place(value);
        while (table[at] != 0) {
            int id = table[at] - 1;
            if (entries[id] == value) {
                return id;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (size >= most) {
            return NO_ROOM;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, allocation.grown(size, size + 1, Long.BYTES));
        }
        entries[size] = value;
        table[at] = ++size;
        return size - 1;
    }

    /// Decimal fractions differ in all bits: the product's upper half mixes them. The factor is 2^64 / golden ratio.
    private int place(long value) {
        return (int) ((value * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
    }

    private void rehash() {
        int length = Math.max(128, 2 * table.length);
        allocation.freed(table.length, Integer.BYTES);
        allocation.grown(0, length, Integer.BYTES);
        table = new int[length];
        for (int id = 0; id < size; id++) {
            int at = place(entries[id]);
            while (table[at] != 0) {
                at = (at + 1) & (length - 1);
            }
            table[at] = id + 1;
        }
    }

    int size() {
        return size;
    }

    /// The entries, if any page refers to them; the next column chunk starts with an empty dictionary.
    @Nullable
    DictionaryPage take() {
        ByteBuffer plain = ByteBuffer.allocate(size * width).order(ByteOrder.LITTLE_ENDIAN);
        for (int id = 0; id < size; id++) {
            if (width == Integer.BYTES) {
                plain.putInt((int) entries[id]);
            } else {
                plain.putLong(entries[id]);
            }
        }
        plain.flip();
        DictionaryPage page = size == 0 ? null : new DictionaryPage(BytesInput.from(plain), size, Encoding.PLAIN);
        allocation.freed(entries.length, Long.BYTES);
        allocation.freed(table.length, Integer.BYTES);
        entries = new long[0];
        table = new int[0];
        size = 0;
        abandoned = false;
        return page;
    }
}
