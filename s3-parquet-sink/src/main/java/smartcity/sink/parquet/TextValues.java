package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import smartcity.sink.row.Row;

/// Text and bytes of any length: by a dictionary while the column repeats itself. The dictionary is given up for the
/// rest of the column chunk when more
/// than half of a page's values are new to it, or when it is full.
final class TextValues implements ColumnValues {
    private final ColumnAllocation allocation;
    private final boolean mayRepeat;
    private final TextDictionary dictionary;
    private final ByteStringArena plain;
    private char[] ids = new char[0];
    private int count;
    private boolean byDictionary;
    private int entriesUsed;

    /// @param mayRepeat whether to try a dictionary
    /// @param written how values get into the file
    TextValues(boolean mayRepeat, ByteStringArena.Written written, ColumnAllocation allocation) {
        this.allocation = allocation;
        this.mayRepeat = mayRepeat;
        this.byDictionary = mayRepeat;
        this.dictionary = new TextDictionary(new ByteStringArena(written, allocation), allocation);
        this.plain = new ByteStringArena(written, allocation);
    }

    @Override
    public void add(Row row, int slot) {
        add(row.bytes(slot), row.offset(slot), row.length(slot));
    }

    void add(byte[] source, int offset, int length) {
        if (byDictionary) {
            int id = dictionary.id(source, offset, length);
            if (id != TextDictionary.NO_ROOM) {
                addId(id);
                return;
            }
            abandonDictionary();
        }
        plain.add(source, offset, length);
    }

    private void addId(int id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, allocation.grown(count, count + 1, Character.BYTES));
        }
        ids[count++] = (char) id;
    }

    /// From this page on without the dictionary; pages before may refer to it.
    private void abandonDictionary() {
        ByteStringArena entries = dictionary.entries();
        for (int i = 0; i < count; i++) {
            plain.add(entries.bytes(), entries.start(ids[i]), entries.length(ids[i]));
        }
        count = 0;
        allocation.freed(ids.length, Character.BYTES);
        ids = new char[0];
        byDictionary = false;
        entries.truncate(entriesUsed);
    }

    @Override
    public int count() {
        return byDictionary ? count : plain.count();
    }

    @Override
    public int pendingBytes() {
        return byDictionary ? count * Character.BYTES : plain.size();
    }

    @Override
    public Page encode(PageEncoders encoders, Statistics<?> statistics) {
        if (byDictionary && dictionary.entries().count() - entriesUsed > Math.max(1, count / 2)) {
            abandonDictionary();
        }
        Page page = byDictionary ? encodeIds(encoders, statistics) : encodePlain(encoders, statistics);
        count = 0;
        ids = allocation.keeps(ids.length, Character.BYTES) ? ids : new char[0];
        plain.clear();
        return page;
    }

    private Page encodeIds(PageEncoders encoders, Statistics<?> statistics) {
        ByteStringArena entries = dictionary.entries();
        boolean[] met = new boolean[entries.count()];
        int[] numbers = encoders.scratch().ids(count);
        for (int i = 0; i < count; i++) {
            numbers[i] = ids[i];
            met[ids[i]] = true;
        }
        int least = ids[0];
        int greatest = ids[0];
        for (int id = 0; id < met.length; id++) {
            if (met[id]) {
                least = entries.compare(id, least) < 0 ? id : least;
                greatest = entries.compare(id, greatest) > 0 ? id : greatest;
            }
        }
        updateStatistics(entries, least, greatest, statistics);
        entriesUsed = entries.count();
        return encoders.byDictionary(numbers, count, entries.count());
    }

    private Page encodePlain(PageEncoders encoders, Statistics<?> statistics) {
        int least = 0;
        int greatest = 0;
        long leastPrefix = plain.prefix(0);
        long greatestPrefix = leastPrefix;
        for (int i = 1; i < plain.count(); i++) {
            long prefix = plain.prefix(i);
            if (Long.compareUnsigned(prefix, leastPrefix) <= 0 && plain.compare(i, least) < 0) {
                least = i;
                leastPrefix = prefix;
            } else if (Long.compareUnsigned(prefix, greatestPrefix) >= 0 && plain.compare(i, greatest) > 0) {
                greatest = i;
                greatestPrefix = prefix;
            }
        }
        updateStatistics(plain, least, greatest, statistics);
        return encoders.strings(plain);
    }

    private static void updateStatistics(ByteStringArena values, int least, int greatest, Statistics<?> statistics) {
        statistics.updateStats(Binary.fromConstantByteArray(values.copy(least)));
        statistics.updateStats(Binary.fromConstantByteArray(values.copy(greatest)));
    }

    @Override
    public @Nullable DictionaryPage takeDictionary() {
        DictionaryPage page = entriesUsed == 0 ? null : dictionary.page();
        dictionary.clear();
        byDictionary = mayRepeat;
        entriesUsed = 0;
        return page;
    }
}
