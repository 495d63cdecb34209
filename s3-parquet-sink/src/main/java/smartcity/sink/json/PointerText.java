package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A reused buffer of UTF-8 text, in which names of members are escaped as tokens of a JSON pointer (RFC
/// 6901) in a JSON string.
final class PointerText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[256];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void trim(int to) {
        size = to;
    }

    /// Appends an ASCII character as it is.
    void append(char next) {
        reserve(1);
        bytes[size++] = (byte) next;
    }

    /// Appends text as it is.
    void append(byte[] text, int offset, int length) {
        reserve(length);
        System.arraycopy(text, offset, bytes, size, length);
        size += length;
    }

    /// Appends a name, escaped.
    void appendToken(byte[] name, int offset, int length) {
        reserve(6 * length);
        for (int i = offset; i < offset + length; i++) {
            byte next = name[i];
            switch (next) {
                case '~', '/' -> pair('~', next == '~' ? '0' : '1');
                case '"', '\\' -> pair('\\', next);
                default -> {
                    if (next >= 0 && next < ' ') {
                        append(new byte[] {'\\', 'u', '0', '0', HEX[next >> 4], HEX[next & 15]}, 0, 6);
                    } else {
                        bytes[size++] = next;
                    }
                }
            }
        }
    }

    private void pair(int first, int second) {
        bytes[size++] = (byte) first;
        bytes[size++] = (byte) second;
    }

    private void reserve(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }
}
