package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import smartcity.sink.row.ByteWords;
import smartcity.sink.row.Row;

/// Reads JSON strings. Those without escapes stay in the value; others are unescaped into a row's scratch array.
// Over 200 lines: the fast and the careful way read the same grammar.
final class JsonStrings {
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private final JsonCursor cursor;
    private final Row row;

    /// Position of the last string in [#bytes].
    int offset;

    int length;
    boolean inScratch;

    JsonStrings(JsonCursor cursor, Row row) {
        this.cursor = cursor;
        this.row = row;
    }

    /// The array with the last string.
    byte[] bytes() {
        return inScratch ? row.scratch() : cursor.bytes;
    }

    /// Puts the last string into the row's slot.
    void put(int slot) {
        if (inScratch) {
            row.putScratch(slot, offset, length);
        } else {
            row.putBytes(slot, offset, length);
        }
    }

    /// Reads the next value, which must be a string.
    void read() throws BrokenRecordException {
        if (cursor.peek() != '"') {
            throw cursor.unexpected("'\"'");
        }
        readQuoted();
    }

    /// Reads the string whose first quote is at the cursor.
    void readQuoted() throws BrokenRecordException {
        int first = cursor.at + 1;
        int at = first;
        int end = cursor.end;
        byte[] bytes = cursor.bytes;
        while ((at = plainEnd(bytes, at, end)) < end) {
            byte next = bytes[at];
            if (next == '"') {
                found(first, at - first, false);
                cursor.at = at + 1;
                return;
            }
            if (next == '\\') {
                cursor.at = at;
                readEscaped(first);
                return;
            }
            at = characterEnd(next, at);
        }
        cursor.at = end;
        throw cursor.unexpected("'\"'");
    }

    /// The first position from `at` with a special byte: a quote, a backslash, a control character, or a byte that is
    /// not ASCII. `end` if there is none.
    private static int plainEnd(byte[] bytes, int at, int end) {
        int next = at;
        for (; next <= end - Long.BYTES; next += Long.BYTES) {
            long special = special(ByteWords.at(bytes, next));
            if (special != 0) {
                return next + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
        }
        while (next < end && special(bytes[next] & 0xff) << (Long.SIZE - Byte.SIZE) == 0) {
            next++;
        }
        return next;
    }

    /// Sets the top bit of each special byte. Above the lowest such byte, others may be set too, because a subtraction
    /// borrows from there (after Mycroft's test for a zero byte).
    private static long special(long bytes) {
        long quote = (bytes ^ EACH * '"') - EACH;
        long backslash = (bytes ^ EACH * '\\') - EACH;
        long control = bytes - EACH * ' ';
        return (quote | backslash | control | bytes) & TOP_BITS;
    }

    private void found(int where, int howLong, boolean scratch) {
        offset = where;
        length = howLong;
        inScratch = scratch;
    }

    private void readEscaped(int first) throws BrokenRecordException {
        int plain = cursor.at - first;
        int start = row.growScratch(plain);
        System.arraycopy(cursor.bytes, first, row.scratch(), start, plain);
        int copied = start + plain;
        while (cursor.at < cursor.end) {
            byte next = cursor.bytes[cursor.at];
            if (next == '"') {
                cursor.at++;
                found(start, copied - start, true);
                return;
            }
            if (next == '\\') {
                copied += escape();
            } else {
                int from = cursor.at;
                cursor.at = characterEnd(next, from);
                int width = cursor.at - from;
                int to = row.growScratch(width);
                System.arraycopy(cursor.bytes, from, row.scratch(), to, width);
                copied += width;
            }
        }
        throw cursor.unexpected("'\"'");
    }

    /// Unescapes one character and returns its size in scratch [bytes].
    private int escape() throws BrokenRecordException {
        int kind = cursor.at + 1 < cursor.end ? cursor.bytes[cursor.at + 1] : -1;
        int simple = "\"\\/bfnrt".indexOf(kind);
        if (simple >= 0) {
            int to = row.growScratch(1);
            row.scratch()[to] = (byte) "\"\\/\b\f\n\r\t".charAt(simple);
            cursor.at += 2;
            return 1;
        }
        if (kind != 'u') {
            throw cursor.unexpected("an escape");
        }
        int unit = hex4(cursor.at + 2);
        int codePoint = unit;
        int width = 6;
        if (Character.isHighSurrogate((char) unit)) {
            boolean pair = cursor.at + 7 < cursor.end
                    && cursor.bytes[cursor.at + 6] == '\\'
                    && cursor.bytes[cursor.at + 7] == 'u';
            int low = pair ? hex4(cursor.at + 8) : 0;
            if (!Character.isLowSurrogate((char) low)) {
                throw cursor.unexpected("a pair of surrogates");
            }
            codePoint = Character.toCodePoint((char) unit, (char) low);
            width = 12;
        } else if (Character.isLowSurrogate((char) unit)) {
            throw cursor.unexpected("a pair of surrogates");
        }
        byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        int to = row.growScratch(utf8.length);
        System.arraycopy(utf8, 0, row.scratch(), to, utf8.length);
        cursor.at += width;
        return utf8.length;
    }

    private int hex4(int from) throws BrokenRecordException {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < cursor.end ? Character.digit(cursor.bytes[i], 16) : -1;
            if (digit < 0) {
                throw cursor.unexpected("four hexadecimal digits");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /// The position after the character at `at`, which must be well-formed UTF-8 (Unicode 17.0, table 3-7).
    private int characterEnd(byte lead, int at) throws BrokenRecordException {
        if (lead >= ' ') {
            return at + 1;
        }
        int first = lead & 0xff;
        int second = at + 1 < cursor.end ? cursor.bytes[at + 1] & 0xff : 0;
        if (first >= 0xc2 && first <= 0xdf && isTail(at + 1)) {
            return at + 2;
        }
        boolean three = first >= 0xe0
                && first <= 0xef
                && second >= (first == 0xe0 ? 0xa0 : 0x80)
                && second <= (first == 0xed ? 0x9f : 0xbf);
        if (three && isTail(at + 2)) {
            return at + 3;
        }
        boolean four = first >= 0xf0
                && first <= 0xf4
                && second >= (first == 0xf0 ? 0x90 : 0x80)
                && second <= (first == 0xf4 ? 0x8f : 0xbf);
        if (four && isTail(at + 2) && isTail(at + 3)) {
            return at + 4;
        }
        cursor.at = at;
        throw cursor.unexpected(first < ' ' ? "an escaped control character" : "UTF-8");
    }

    private boolean isTail(int at) {
        return at < cursor.end && (cursor.bytes[at] & 0xc0) == 0x80;
    }
}
