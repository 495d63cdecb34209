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
        ByteBuffer bytes = buffer(count, Integer.BYTES);
        bytes.asIntBuffer().put(values, 0, count);
        return plain(bytes.array(), count * Integer.BYTES);
    }

    @Override
    public Page longs(long[] values, int count, LongDictionary dictionary) {
        int[] ids = scratch.ids(count);
        if (dictionary.find(values, count, ids)) {
            return byDictionary(ids, count, dictionary.size());
        }
        ByteBuffer bytes = buffer(count, Long.BYTES);
        bytes.asLongBuffer().put(values, 0, count);
        return plain(bytes.array(), count * Long.BYTES);
    }

    @Override
    public Page doubles(long[] bits, int count, LongDictionary dictionary) {
        return longs(bits, count, dictionary);
    }

    /// Each behind its length.
    @Override
    public Page strings(ByteStringArena strings) {
        int length = Math.addExact(strings.size(), Math.multiplyExact(strings.count(), Integer.BYTES));
        ByteBuffer bytes = ByteBuffer.wrap(scratch.bytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < strings.count(); i++) {
            bytes.putInt(strings.length(i)).put(strings.bytes(), strings.start(i), strings.length(i));
        }
        return plain(bytes.array(), length);
    }

    private ByteBuffer buffer(int count, int width) {
        return ByteBuffer.wrap(scratch.bytes(Math.multiplyExact(count, width))).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Page plain(byte[] bytes, int length) {
        return new Page(Encoding.PLAIN, BytesInput.from(bytes, 0, length));
    }

    @Override
    public EncoderScratch scratch() {
        return scratch;
    }
}
