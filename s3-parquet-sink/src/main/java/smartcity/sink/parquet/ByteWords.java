package smartcity.sink.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes of an array eight at a time, little-endian.
final class ByteWords {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    /// The word that starts there; it must end within the array.
    static long at(byte[] source, int offset) {
        return (long) LONGS.get(source, offset);
    }

    /// The first word of a value, with zeros behind the value's end.
    static long head(byte[] source, int offset, int length) {
        if (length >= Long.BYTES) {
            return at(source, offset);
        }
        if (offset + Long.BYTES <= source.length) {
            return length == 0 ? 0 : at(source, offset) & (-1L >>> ((Long.BYTES - length) * Byte.SIZE));
        }
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = (word << Byte.SIZE) | (source[offset + i] & 0xff);
        }
        return word;
    }
}
