package smartcity.sink.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import smartcity.sink.parquet.ColumnValues.Page;

/// Turns the values of a page into bytes. One set serves all columns of all files of a thread, one page after the
/// other; what a method returns is valid until the next page.
final class PageEncoders {
    /// Of what a delta encoder first allocates, and by how much it grows at most [bytes].
    private static final int FIRST = 64 * 1024;

    private static final int LARGEST = 256 * 1024;

    private final DeltaBinaryPackingValuesWriterForLong longs =
            new DeltaBinaryPackingValuesWriterForLong(FIRST, LARGEST, new HeapByteBufferAllocator());
    private final DeltaBinaryPackingValuesWriterForInteger ints =
            new DeltaBinaryPackingValuesWriterForInteger(FIRST, LARGEST, new HeapByteBufferAllocator());
    private final RunLengthEncoder values = new RunLengthEncoder();
    private final RunLengthEncoder repetitions = new RunLengthEncoder();
    private final RunLengthEncoder definitions = new RunLengthEncoder();
    private int[] ids = new int[0];
    private byte[] split = new byte[0];

    /// Empty, for the differences of one page.
    DeltaBinaryPackingValuesWriterForLong longs() {
        longs.reset();
        return longs;
    }

    /// Empty, for the differences of one page.
    DeltaBinaryPackingValuesWriterForInteger ints() {
        ints.reset();
        return ints;
    }

    RunLengthEncoder values() {
        return values;
    }

    RunLengthEncoder repetitions() {
        return repetitions;
    }

    RunLengthEncoder definitions() {
        return definitions;
    }

    /// An array of at least `count` elements to work in.
    int[] ids(int count) {
        if (ids.length < count) {
            ids = new int[count];
        }
        return ids;
    }

    /// Numbers of entries of a dictionary that has `size` now: the width, then the numbers.
    Page byDictionary(int[] numbers, int count, int size) {
        int width = BytesUtils.getWidthFromMaxInt(size - 1);
        BytesInput runs = values.encode(numbers, count, width);
        return new Page(Encoding.RLE_DICTIONARY, BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), runs));
    }

    /// First the lowest bytes of all values, then the next ones: what changes little comes together.
    Page splitByByte(long[] bits, int count) {
        int length = Math.multiplyExact(count, Long.BYTES);
        if (split.length < length) {
            split = new byte[length];
        }
        for (int plane = 0; plane < Long.BYTES; plane++) {
            int to = plane * count;
            int shift = plane * Byte.SIZE;
            for (int i = 0; i < count; i++) {
                split[to + i] = (byte) (bits[i] >>> shift);
            }
        }
        return new Page(Encoding.BYTE_STREAM_SPLIT, BytesInput.from(split, 0, length));
    }

    /// The lengths of byte strings, as differences.
    BytesInput lengths(ByteStringArena strings) {
        DeltaBinaryPackingValuesWriterForInteger lengths = ints();
        for (int i = 0; i < strings.count(); i++) {
            lengths.writeInteger(strings.length(i));
        }
        return lengths.getBytes();
    }
}
