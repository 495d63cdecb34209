package smartcity.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text that grows at its end, in UTF-8. Not safe for use by several threads.
final class Utf8Text {
    /// Above the size of most records, so that the buffer seldom grows [bytes].
    private static final int INITIAL_CAPACITY = 512;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int length;

    void clear() {
        length = 0;
    }

    /// A copy of all.
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /// The byte at the end; there must be one.
    byte last() {
        return bytes[length - 1];
    }

    /// One character of ASCII.
    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /// Text of ASCII.
    void put(String ascii) {
        put(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /// Puts text that JSON has as it is: printable ASCII but quote and backslash. Puts nothing of another, and says so.
    boolean putIfPlain(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
            bytes[length + i] = (byte) c;
        }
        length += text.length();
        return true;
    }

    /// The last hexadecimal digits of a number, so many.
    void hex(long bits, int digits) {
        room(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    /// The last decimal digits of a number that is not negative, so many.
    void digits(long value, int digits) {
        room(digits);
        long left = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
