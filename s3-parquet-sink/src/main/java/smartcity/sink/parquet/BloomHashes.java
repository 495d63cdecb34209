package smartcity.sink.parquet;

import java.util.Arrays;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import smartcity.sink.row.Row;

/// The hashes of the different values of a column chunk, so that its bloom filter can be as large as they need when the
/// chunk ends.
final class BloomHashes {
    /// How many of the values that are not there a filter takes for being there. Source: default of parquet-java.
    private static final double FALSE_POSITIVES = 0.01;

    /// Hashes at first [chosen, not measured].
    private static final int LEAST = 64;

    private final PrimitiveType type;
    private final ColumnAllocation allocation;
    private final BlockSplitBloomFilter hashing = new BlockSplitBloomFilter(BlockSplitBloomFilter.LOWER_BOUND_BYTES);

    /// Open addressing; 0 is a free place.
    private long[] hashes = new long[0];

    private int count;
    private boolean zero;

    BloomHashes(PrimitiveType type, ColumnAllocation allocation) {
        this.type = type;
        this.allocation = allocation;
    }

    /// Adds the value in that slot.
    void add(Row row, int slot) {
        add(hash(row, slot));
    }

    /// Adds these bytes.
    void add(byte[] bytes, int offset, int length) {
        add(hashing.hash(Binary.fromReusedByteArray(bytes, offset, length)));
    }

    private void add(long hash) {
        if (hash == 0) {
            zero = true;
            return;
        }
        if (2 * count >= hashes.length) {
            grow();
        }
        int place = place(hash);
        if (hashes[place] == 0) {
            hashes[place] = hash;
            count++;
        }
    }

    private long hash(Row row, int slot) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32 -> hashing.hash((int) row.longAt(slot));
            case INT64 -> hashing.hash(row.longAt(slot));
            case DOUBLE -> hashing.hash(row.doubleAt(slot));
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                hashing.hash(Binary.fromReusedByteArray(row.bytes(slot), row.offset(slot), row.length(slot)));
            case BOOLEAN, FLOAT, INT96 ->
                throw new IllegalStateException("Failed to hash " + type + ": it has no bloom filter");
        };
    }

    private void grow() {
        long[] old = hashes;
        hashes = new long[Math.max(LEAST, 2 * old.length)];
        allocation.bytes += (long) (hashes.length - old.length) * Long.BYTES;
        for (long hash : old) {
            if (hash != 0) {
                hashes[place(hash)] = hash;
            }
        }
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) hash & mask;
        while (hashes[place] != 0 && hashes[place] != hash) {
            place = place + 1 & mask;
        }
        return place;
    }

    /// The filter of what was added since the last call.
    BloomFilter take() {
        int bits = BlockSplitBloomFilter.optimalNumOfBits(Math.max(1, count), FALSE_POSITIVES);
        BlockSplitBloomFilter filter = new BlockSplitBloomFilter(bits / Byte.SIZE);
        Arrays.stream(hashes).filter(hash -> hash != 0).forEach(filter::insertHash);
        if (zero) {
            filter.insertHash(0);
        }
        allocation.freed(hashes.length, Long.BYTES);
        hashes = new long[0];
        count = 0;
        zero = false;
        return filter;
    }
}
