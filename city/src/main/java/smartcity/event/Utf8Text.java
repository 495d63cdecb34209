package smartcity.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing text in UTF-8. Not safe for use by several threads.
final class Utf8Text {
    /// Above the size of most records, so that the buffer seldom grows [bytes].
    private static final int INITIAL_CAPACITY = 512;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[INITIAL_CAPACITY];
    private int length;

    void clear() {
        length = 0;
    }

    /// A copy of the whole text.
    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /// The last byte; the text must not be empty.
    byte last() {
        return bytes[length - 1];
    }

    /// Appends one ASCII character.
    void put(char ascii) {
        ensureRoom(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] utf8) {
        ensureRoom(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /// Appends ASCII text.
    void put(String ascii) {
        put(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /// Appends text that needs no escape in JSON: printable ASCII without quote and backslash. Returns false for
    /// other text, and then appends nothing.
    boolean putIfPlain(String text) {
        ensureRoom(text.length());
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

    /// Appends the last hexadecimal digits of a number.
    void hex(long bits, int digits) {
        ensureRoom(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    /// Appends the last decimal digits of a number that is not negative.
    void digits(long value, int digits) {
        ensureRoom(digits);
        long left = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
    }

    private void ensureRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
