package smartcity.sink.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// UUIDs in their canonical text, in lower case.
final class UuidText {
    /// Of each [bytes].
    static final int LENGTH = 36;

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    /// Both digits of each byte, one in each half.
    private static final short[] DIGITS = new short[256];

    static {
        for (int value = 0; value < DIGITS.length; value++) {
            DIGITS[value] =
                    (short) (Character.forDigit(value >> 4, 16) << Byte.SIZE | Character.forDigit(value & 0xf, 16));
        }
    }

    private UuidText() {}

    /// Puts the text of the 16 bytes at `from` to `at`.
    static void put(byte[] bytes, int from, byte[] text, int at) {
        digits(bytes, from, 4, text, at);
        text[at + 8] = '-';
        digits(bytes, from + 4, 2, text, at + 9);
        text[at + 13] = '-';
        digits(bytes, from + 6, 2, text, at + 14);
        text[at + 18] = '-';
        digits(bytes, from + 8, 2, text, at + 19);
        text[at + 23] = '-';
        digits(bytes, from + 10, 6, text, at + 24);
    }

    private static void digits(byte[] bytes, int from, int count, byte[] text, int at) {
        for (int i = 0; i < count; i++) {
            SHORTS.set(text, at + 2 * i, DIGITS[bytes[from + i] & 0xff]);
        }
    }
}
