package smartcity.audit.offsets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A set of offsets, one bit each in chunks, so that memory grows with the number of offsets and not with their range.
/// For one thread.
public final class OffsetSet {
    /// Number of offsets in a chunk, a power of two [chosen: 8 KiB of bits].
    private static final int CHUNK = 1 << 16;

    private final TreeMap<Long, BitSet> chunks = new TreeMap<>();
    private long lastChunk;
    private @Nullable BitSet last;
    private long size;

    /// Adds the offset.
    ///
    /// @return whether it is new
    public boolean add(long offset) {
        long number = offset / CHUNK;
        BitSet chunk = last;
        if (chunk == null || number != lastChunk) {
            chunk = chunks.computeIfAbsent(number, _ -> new BitSet());
            last = chunk;
            lastChunk = number;
        }
        int bit = (int) (offset % CHUNK);
        if (chunk.get(bit)) {
            return false;
        }
        chunk.set(bit);
        size++;
        return true;
    }

    public boolean contains(long offset) {
        BitSet chunk = chunks.get(offset / CHUNK);
        return chunk != null && chunk.get((int) (offset % CHUNK));
    }

    /// Number of offsets.
    public long size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /// Adds all of `other`.
    ///
    /// @return those that it had already
    public OffsetSet addAll(OffsetSet other) {
        OffsetSet common = new OffsetSet();
        other.chunks.forEach((number, theirs) -> {
            BitSet mine = chunks.computeIfAbsent(number, _ -> new BitSet());
            BitSet both = (BitSet) theirs.clone();
            both.and(mine);
            common.put(number, both);
            mine.or(theirs);
            size += theirs.cardinality() - both.cardinality();
        });
        return common;
    }

    /// The offsets that `other` does not have.
    public OffsetSet without(OffsetSet other) {
        OffsetSet rest = new OffsetSet();
        chunks.forEach((number, mine) -> {
            BitSet left = (BitSet) mine.clone();
            BitSet theirs = other.chunks.get(number);
            if (theirs != null) {
                left.andNot(theirs);
            }
            rest.put(number, left);
        });
        return rest;
    }

    /// The offsets from `first` on.
    public OffsetSet from(long first) {
        OffsetSet rest = new OffsetSet();
        chunks.tailMap(first / CHUNK, true).forEach((number, mine) -> {
            BitSet left = (BitSet) mine.clone();
            if (number == first / CHUNK) {
                left.clear(0, (int) (first % CHUNK));
            }
            rest.put(number, left);
        });
        return rest;
    }

    private void put(long number, BitSet bits) {
        if (!bits.isEmpty()) {
            chunks.put(number, bits);
            size += bits.cardinality();
        }
    }

    /// The first `most` runs of consecutive offsets, in ascending order.
    public List<OffsetRun> runs(int most) {
        List<OffsetRun> runs = new ArrayList<>();
        for (Map.Entry<Long, BitSet> chunk : chunks.entrySet()) {
            long base = chunk.getKey() * CHUNK;
            BitSet bits = chunk.getValue();
            for (int from = bits.nextSetBit(0); from >= 0; ) {
                int to = bits.nextClearBit(from);
                boolean full = append(runs, new OffsetRun(base + from, base + to - 1), most);
                if (full) {
                    return runs;
                }
                from = bits.nextSetBit(to);
            }
        }
        return runs;
    }

    /// Appends a run, or extends the last one where they touch; returns whether the list is full.
    private static boolean append(List<OffsetRun> runs, OffsetRun next, int most) {
        if (!runs.isEmpty() && runs.getLast().last() + 1 == next.first()) {
            runs.set(runs.size() - 1, new OffsetRun(runs.getLast().first(), next.last()));
            return false;
        }
        if (runs.size() == most) {
            return true;
        }
        runs.add(next);
        return false;
    }
}
