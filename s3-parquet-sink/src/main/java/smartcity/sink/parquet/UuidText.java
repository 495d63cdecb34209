package smartcity.sink.parquet;

import smartcity.sink.row.ByteWords;
import smartcity.sink.row.HexDigits;

/// UUIDs in their canonical text, in lower case.
final class UuidText {
    /// Of each [bytes].
    static final int LENGTH = 36;

    private static final long HALF = 0xffff_ffffL;

    private UuidText() {}

    /// Puts the text of the 16 bytes at `from` to `at`.
    static void put(byte[] bytes, int from, byte[] text, int at) {
        long first = ByteWords.at(bytes, from);
        long second = ByteWords.at(bytes, from + Long.BYTES);
        ByteWords.put(text, at, HexDigits.of(first & HALF));
        text[at + 8] = '-';
        putAroundDash(text, at + 9, HexDigits.of(first >>> Integer.SIZE));
        text[at + 18] = '-';
        putAroundDash(text, at + 19, HexDigits.of(second & HALF));
        ByteWords.put(text, at + 28, HexDigits.of(second >>> Integer.SIZE));
    }

    /// Four digits, a dash and the other four.
    private static void putAroundDash(byte[] text, int at, long digits) {
        ByteWords.putHalf(text, at, (int) digits);
        text[at + 4] = '-';
        ByteWords.putHalf(text, at + 5, (int) (digits >>> Integer.SIZE));
    }
}
