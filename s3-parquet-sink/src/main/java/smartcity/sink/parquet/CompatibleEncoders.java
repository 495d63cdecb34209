package smartcity.sink.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import smartcity.sink.file.FileForm;
import smartcity.sink.parquet.ColumnValues.Page;

/// Pages of version 1, with the two encodings that every reader has: by a dictionary while the column repeats itself,
/// else as they are.
final class CompatibleEncoders implements PageEncoders {
    private final EncoderScratch scratch = new EncoderScratch();

    @Override
    public FileForm form() {
        return FileForm.COMPATIBLE;
    }

    @Override
    public boolean levelsApart() {
        return false;
    }

    /// The name that both had in version 1; some readers have no other.
    @Override
    @SuppressWarnings("deprecation") // newer readers know the newer name, older ones this one only
    public Encoding ofDictionary(boolean entries) {
        return Encoding.PLAIN_DICTIONARY;
    }

    @Override
    public Page booleans(byte[] values, int count) {
        int length = (count + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bits = scratch.bytes(length);
        Arrays.fill(bits, 0, length, (byte) 0);
        for (int i = 0; i < count; i++) {
            bits[i / Byte.SIZE] |= (byte) (values[i] << (i % Byte.SIZE));
        }
        return plain(bits, length);
    }

    @Override
    public Page ints(int[] values, int count, LongDictionary dictionary) {
        long[] wide = scratch.longs(count);
        for (int i = 0; i < count; i++) {
            wide[i] = values[i];
        }
        int[] ids = scratch.ids(count);
        if (dictionary.find(wide, count, ids)) {
            return byDictionary(ids, count, dictionary.size());
        }
        byte[] bytes = scratch.bytes(Math.multiplyExact(count, Integer.BYTES));
        littleEndian(bytes).asIntBuffer().put(values, 0, count);
        return plain(bytes, count * Integer.BYTES);
    }

    @Override
    public Page longs(long[] values, int count, LongDictionary dictionary) {
        int[] ids = scratch.ids(count);
        if (dictionary.find(values, count, ids)) {
            return byDictionary(ids, count, dictionary.size());
        }
        byte[] bytes = scratch.bytes(Math.multiplyExact(count, Long.BYTES));
        littleEndian(bytes).asLongBuffer().put(values, 0, count);
        return plain(bytes, count * Long.BYTES);
    }

    @Override
    public Page doubles(long[] bits, int count, LongDictionary dictionary) {
        return longs(bits, count, dictionary);
    }

    /// Each behind its length.
    @Override
    public Page strings(ByteStringArena strings) {
        byte[] bytes = scratch.bytes(strings.writtenBytes());
        return plain(bytes, strings.write(bytes));
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Page plain(byte[] bytes, int length) {
        return new Page(Encoding.PLAIN, BytesInput.from(bytes, 0, length));
    }

    @Override
    public EncoderScratch scratch() {
        return scratch;
    }
}
