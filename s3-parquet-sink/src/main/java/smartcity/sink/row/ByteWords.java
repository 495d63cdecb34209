package smartcity.sink.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes of an array eight at a time, little-endian.
public final class ByteWords {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ByteWords() {}

    /// The word that starts there; it must end within the array.
    public static long at(byte[] source, int offset) {
        return (long) LONGS.get(source, offset);
    }

    /// The half of a word that starts there, without a sign; it must end within the array.
    public static long halfAt(byte[] source, int offset) {
        return (int) INTS.get(source, offset) & 0xffff_ffffL;
    }

    /// Puts a word there.
    public static void put(byte[] target, int offset, long word) {
        LONGS.set(target, offset, word);
    }

    /// Puts half a word there.
    public static void putHalf(byte[] target, int offset, int half) {
        INTS.set(target, offset, half);
    }

    /// The first word of a value, with zeros behind the value's end.
    public static long head(byte[] source, int offset, int length) {
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

    /// Whether two values of that length are the same, whose heads are known to be. The last word of a longer
    /// value overlaps the one before.
    public static boolean sameBehindHead(byte[] one, int from, byte[] other, int otherFrom, int length) {
        int last = length - Long.BYTES;
        for (int i = Long.BYTES; i < last; i += Long.BYTES) {
            if (at(one, from + i) != at(other, otherFrom + i)) {
                return false;
            }
        }
        return last <= 0 || at(one, from + last) == at(other, otherFrom + last);
    }
}
