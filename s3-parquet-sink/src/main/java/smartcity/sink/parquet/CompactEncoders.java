package smartcity.sink.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import smartcity.sink.file.FileForm;
import smartcity.sink.parquet.ColumnValues.Page;

/// Pages of version 2: whole numbers as differences, doubles by a dictionary or split by byte, strings as
/// differences of their lengths.
final class CompactEncoders implements PageEncoders {
    /// Of what a delta encoder first allocates, and by how much it grows at most [bytes].
    private static final int FIRST = 64 * 1024;

    private static final int LARGEST = 256 * 1024;

    private final DeltaBinaryPackingValuesWriterForLong longs =
            new DeltaBinaryPackingValuesWriterForLong(FIRST, LARGEST, new HeapByteBufferAllocator());
    private final DeltaBinaryPackingValuesWriterForInteger ints =
            new DeltaBinaryPackingValuesWriterForInteger(FIRST, LARGEST, new HeapByteBufferAllocator());
    private final EncoderScratch scratch = new EncoderScratch();

    @Override
    public FileForm form() {
        return FileForm.COMPACT;
    }

    @Override
    public boolean levelsApart() {
        return true;
    }

    @Override
    public Encoding ofDictionary(boolean entries) {
        return entries ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
    }

    @Override
    public Page booleans(byte[] values, int count) {
        BytesInput runs = scratch.values().encode(values, count, 1);
        return new Page(Encoding.RLE, BytesInput.concat(BytesInput.fromInt((int) runs.size()), runs));
    }

    @Override
    public Page ints(int[] values, int count, LongDictionary dictionary) {
        ints.reset();
        for (int i = 0; i < count; i++) {
            ints.writeInteger(values[i]);
        }
        return new Page(Encoding.DELTA_BINARY_PACKED, ints.getBytes());
    }

    @Override
    public Page longs(long[] values, int count, LongDictionary dictionary) {
        longs.reset();
        for (int i = 0; i < count; i++) {
            longs.writeLong(values[i]);
        }
        return new Page(Encoding.DELTA_BINARY_PACKED, longs.getBytes());
    }

    @Override
    public Page doubles(long[] bits, int count, LongDictionary dictionary) {
        int[] ids = scratch.ids(count);
        return dictionary.find(bits, count, ids)
                ? byDictionary(ids, count, dictionary.size())
                : splitByByte(bits, count);
    }

    /// First the lowest bytes of all values, then the next ones: what changes little comes together.
    private Page splitByByte(long[] bits, int count) {
        int length = Math.multiplyExact(count, Long.BYTES);
        byte[] split = scratch.bytes(length);
        for (int plane = 0; plane < Long.BYTES; plane++) {
            int to = plane * count;
            int shift = plane * Byte.SIZE;
            for (int i = 0; i < count; i++) {
                split[to + i] = (byte) (bits[i] >>> shift);
            }
        }
        return new Page(Encoding.BYTE_STREAM_SPLIT, BytesInput.from(split, 0, length));
    }

    @Override
    public Page strings(ByteStringArena strings) {
        ints.reset();
        for (int i = 0; i < strings.count(); i++) {
            ints.writeInteger(strings.length(i));
        }
        BytesInput bytes = BytesInput.from(strings.bytes(), 0, strings.size());
        return new Page(Encoding.DELTA_LENGTH_BYTE_ARRAY, BytesInput.concat(ints.getBytes(), bytes));
    }

    @Override
    public EncoderScratch scratch() {
        return scratch;
    }
}
