package smartcity.sink.json;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A place in the bytes of one JSON value.
final class JsonCursor {
    /// Bytes of the value quoted in a reason [chosen, not measured].
    private static final int EXCERPT_BYTES = 64;

    /// Characters that steer a terminal or hide, reorder or break text instead of showing.
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    byte[] bytes = new byte[0];
    int start;
    int at;
    int end;

    void reset(byte[] source, int offset, int length) {
        bytes = source;
        start = offset;
        at = offset;
        end = offset + length;
    }

    /// The next byte that is not white space, without taking it, or -1 at the end.
    int peek() {
        while (at < end) {
            byte next = bytes[at];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next & 0xff;
            }
            at++;
        }
        return -1;
    }

    void expect(char wanted) throws BrokenRecordException {
        if (peek() != wanted) {
            throw unexpected("'" + wanted + "'");
        }
        at++;
    }

    /// Takes a comma and returns true, or takes `close` and returns false.
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

    void literal(String word) throws BrokenRecordException {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw unexpected(word);
            }
        }
        at += word.length();
    }

    BrokenRecordException unexpected(String wanted) {
        if (at >= end) {
            return BrokenRecordException.value(
                    "must be JSON but ended at byte " + (at - start) + " instead of " + wanted);
        }
        return BrokenRecordException.value(
                "must be JSON but had " + excerpt(at) + " at byte " + (at - start) + " instead of " + wanted);
    }

    /// Refuses the value that comes next unless it is `right`.
    void mustBe(boolean right, String what) throws BrokenRecordException {
        if (at >= end) {
            throw unexpected(what);
        }
        if (!right) {
            throw BrokenRecordException.field("must be " + what + " but was " + excerpt(at));
        }
    }

    /// What lies from `from` to the end of that token, as text that can be shown anywhere.
    String excerpt(int from) {
        int to = from;
        boolean quoted = from < end && bytes[from] == '"';
        while (to < end && to - from < EXCERPT_BYTES) {
            byte next = bytes[to++];
            if (quoted ? next == '"' && to - from > 1 : to < end && ",}]\n\r".indexOf(bytes[to]) >= 0) {
                break;
            }
        }
        return shown(bytes, from, to - from);
    }

    /// The beginning of that text, as it can be shown anywhere.
    static String shown(byte[] bytes, int from, int length) {
        int shown = Math.min(length, EXCERPT_BYTES);
        String text = new String(bytes, from, shown, StandardCharsets.UTF_8);
        return UNSHOWN.matcher(text).replaceAll("?") + (shown == EXCERPT_BYTES ? "…" : "");
    }
}
