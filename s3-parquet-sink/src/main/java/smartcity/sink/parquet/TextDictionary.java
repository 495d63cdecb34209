package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import smartcity.sink.row.ByteWords;

/// The different values of a text column, numbered in the order of their first occurrence.
final class TextDictionary {
    /// What [#id] returns instead of a number. A primitive, as each value of a column needs one.
    static final int NO_ROOM = -1;

    /// The most entries: their numbers fit 16 bits.
    private static final int MOST = 1 << 16;

    private static final long[] NOTHING = new long[0];

    /// 2^64 / golden ratio, which spreads what is multiplied by it over the upper bits.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final ColumnAllocation allocation;
    private final ByteStringArena entries;

    /// The first eight bytes of each entry, zeros behind the end of a shorter one: most comparisons need no more.
    private long[] heads = NOTHING;

    /// Numbers of the entries plus one, by hash; a power of two, at most half full.
    private int[] table = new int[0];

    /// @param entries an empty arena for its values
    TextDictionary(ByteStringArena entries, ColumnAllocation allocation) {
        this.allocation = allocation;
        this.entries = entries;
    }

    /// The number of the value, which is added if it is new; [#NO_ROOM] when it does not fit.
    int id(byte[] source, int offset, int length) {
        if (2 * entries.count() >= table.length) {
            rehash();
        }
        long head = ByteWords.head(source, offset, length);
        int at = place(head, source, offset, length);
        while (table[at] != 0) {
            int id = table[at] - 1;
            if (heads[id] == head && entries.isBehindHead(id, source, offset, length)) {
                return id;
            }
            at = (at + 1) & (table.length - 1);
        }
        if (entries.count() == MOST || entries.size() > ColumnAllocation.PAGE_BYTES - length) {
            return NO_ROOM;
        }
        addHead(head);
        entries.add(source, offset, length);
        table[at] = entries.count();
        return entries.count() - 1;
    }

    private void addHead(long head) {
        int count = entries.count();
        if (count == heads.length) {
            heads = Arrays.copyOf(heads, allocation.grown(count, count + 1, Long.BYTES));
        }
        heads[count] = head;
    }

    /// The last word of a longer value overlaps the one before.
    private int place(long head, byte[] source, int offset, int length) {
        long hash = (length ^ head) * SPREAD;
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            hash = (hash ^ hash >>> 32 ^ ByteWords.at(source, offset + i)) * SPREAD;
        }
        if (last > 0) {
            hash = (hash ^ hash >>> 32 ^ ByteWords.at(source, offset + last)) * SPREAD;
        }
        return (int) (hash >>> 40) & (table.length - 1);
    }

    private void rehash() {
        int length = Math.max(32, 2 * table.length);
        allocation.freed(table.length, Integer.BYTES);
        allocation.grown(0, length, Integer.BYTES);
        table = new int[length];
        for (int id = 0; id < entries.count(); id++) {
            int at = place(heads[id], entries.bytes(), entries.start(id), entries.length(id));
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
        byte[] plain = new byte[entries.writtenBytes()];
        int length = entries.write(plain);
        return new DictionaryPage(BytesInput.from(plain, 0, length), entries.count(), Encoding.PLAIN);
    }

    void clear() {
        entries.free();
        allocation.freed(heads.length, Long.BYTES);
        allocation.freed(table.length, Integer.BYTES);
        heads = NOTHING;
        table = new int[0];
    }
}
