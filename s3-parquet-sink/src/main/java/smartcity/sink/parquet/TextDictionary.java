package smartcity.sink.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/// The different values of a text column, numbered in the order of their first occurrence.
final class TextDictionary {
    /// What [#id] returns instead of a number. A primitive, as each value of a column needs one.
    static final int NO_ROOM = -1;

    /// The most entries: their numbers fit 16 bits.
    private static final int MOST = 1 << 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// 2^64 / golden ratio, which spreads what is multiplied by it over the upper bits.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final ColumnAllocation allocation;
    private final ByteStringArena entries;

    /// Numbers of the entries plus one, by hash; a power of two, at most half full.
    private int[] table = new int[0];

    TextDictionary(ColumnAllocation allocation) {
        this.allocation = allocation;
        this.entries = new ByteStringArena(allocation);
    }

    /// The number of the value, which is added if it is new; [#NO_ROOM] when it does not fit.
    int id(byte[] source, int offset, int length) {
        if (2 * entries.count() >= table.length) {
            rehash();
        }
        int at = place(source, offset, length);
        while (table[at] != 0) {
            int id = table[at] - 1;
            if (entries.is(id, source, offset, length)) {
                return id;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (entries.count() == MOST || entries.size() > ColumnAllocation.PAGE_BYTES - length) {
            return NO_ROOM;
        }
        entries.add(source, offset, length);
        table[at] = entries.count();
        return entries.count() - 1;
    }

    private int place(byte[] source, int offset, int length) {
        long hash = length;
        int at = offset;
        for (int end = offset + length - Long.BYTES; at <= end; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(source, at)) * SPREAD;
            hash ^= hash >>> 32;
        }
        for (int end = offset + length; at < end; at++) {
            hash = (hash ^ source[at]) * SPREAD;
        }
        return (int) (hash >>> 40) & (table.length - 1);
    }

    private void rehash() {
        int length = Math.max(32, 2 * table.length);
        allocation.freed(table.length, Integer.BYTES);
        allocation.grown(0, length, Integer.BYTES);
        table = new int[length];
        for (int id = 0; id < entries.count(); id++) {
            int at = place(entries.bytes(), entries.start(id), entries.length(id));
            while (table[at] != 0) {
                at = (at + 1) & (length - 1);
            }
            table[at] = id + 1;
        }
    }

    ByteStringArena entries() {
        return entries;
    }

    /// The page of the entries, each behind its length.
    DictionaryPage page() {
        ByteBuffer plain = ByteBuffer.allocate(entries.size() + entries.count() * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int id = 0; id < entries.count(); id++) {
            plain.putInt(entries.length(id)).put(entries.bytes(), entries.start(id), entries.length(id));
        }
        return new DictionaryPage(BytesInput.from(plain.flip()), entries.count(), Encoding.PLAIN);
    }

    void clear() {
        entries.free();
        allocation.freed(table.length, Integer.BYTES);
        table = new int[0];
    }
}
