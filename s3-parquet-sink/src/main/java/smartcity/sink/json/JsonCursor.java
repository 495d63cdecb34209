package smartcity.sink.json;

import java.nio.ByteBuffer;
import smartcity.sink.row.ShownText;

/// A position in the bytes of one JSON value.
final class JsonCursor {
    /// What [#peek] returns at the end of the value.
    static final int END = -1;

    byte[] bytes = new byte[0];
    int start;
    int at;
    int end;

    /// Starts a new value.
    void reset(ByteBuffer value) {
        if (value.hasArray()) {
            reset(value.array(), value.arrayOffset() + value.position(), value.remaining());
        } else {
            byte[] copy = new byte[value.remaining()];
            value.get(value.position(), copy);
            reset(copy, 0, copy.length);
        }
    }

    /// Starts a new value.
    void reset(byte[] source, int offset, int length) {
        bytes = source;
        start = offset;
        at = offset;
        end = offset + length;
    }

    /// Skips white space and returns the next byte [0 to 255] without consuming it, or [#END].
    int peek() {
        while (at < end) {
            byte next = bytes[at];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next & 0xff;
            }
            at++;
        }
        return END;
    }

    /// Consumes that character.
    void expect(char expected) throws BrokenRecordException {
        if (peek() != expected) {
            throw unexpected("'" + expected + "'");
        }
        at++;
    }

    /// Consumes a comma and returns true, or consumes `close` and returns false.
    boolean more(char close) throws BrokenRecordException {
        int next = peek();
        if (next == ',') {
            at++;
            return true;
        }
        if (next == close) {
            at++;
            return false;
        }
        throw unexpected("',' or '" + close + "'");
    }

    /// Consumes that word.
    void literal(String word) throws BrokenRecordException {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw unexpected(word);
            }
        }
        at += word.length();
    }

    /// The refusal of what is at the cursor.
    BrokenRecordException unexpected(String expected) {
        if (at >= end) {
            return BrokenRecordException.value(
                    "must be JSON but ended at byte " + (at - start) + " instead of " + expected);
        }
        return BrokenRecordException.value(
                "must be JSON but had " + excerpt(at) + " at byte " + (at - start) + " instead of " + expected);
    }

    /// Refuses the next value unless it is `right`.
    void mustBe(boolean right, String what) throws BrokenRecordException {
        if (at >= end) {
            throw unexpected(what);
        }
        if (!right) {
            throw BrokenRecordException.field("must be " + what + " but was " + excerpt(at));
        }
    }

    /// The token at `from`, as text that is safe to show.
    String excerpt(int from) {
        int to = from;
        boolean quoted = from < end && bytes[from] == '"';
        while (to < end && to - from < ShownText.MAX_BYTES) {
            byte next = bytes[to++];
            if (quoted ? next == '"' && to - from > 1 : to < end && ",}]\n\r".indexOf(bytes[to]) >= 0) {
                break;
            }
        }
        return shown(bytes, from, to - from);
    }

    /// The beginning of the text, without characters that are not safe to show.
    static String shown(byte[] bytes, int from, int length) {
        return ShownText.of(bytes, from, length);
    }
}
