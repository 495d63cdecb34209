package smartcity.sink.json;

import java.util.stream.LongStream;
import smartcity.sink.row.ByteWords;

/// The digits of one number, read eight at a time where they are many enough: each is a byte of a word, the first one
/// the lowest, so that none waits for the one before it.
final class DecimalDigits {
    /// Decimal digits that always fit a long.
    static final int MOST = 18;

    /// The powers of ten up to that many digits.
    static final long[] TENS =
            LongStream.iterate(1, ten -> ten * 10).limit(MOST + 1L).toArray();

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP_BITS = 0x8080808080808080L;

    private final JsonCursor cursor;

    /// The number in all digits read, if there are at most [#MOST] of them.
    long value;

    /// How many of the digits are significant: zeros before all others are not.
    int count;

    DecimalDigits(JsonCursor cursor) {
        this.cursor = cursor;
    }

    /// Starts a new number.
    void reset() {
        value = 0;
        count = 0;
    }

    /// Consumes the next digits, which go on with those before, and returns how many there were.
    int read() throws BrokenRecordException {
        byte[] bytes = cursor.bytes;
        int from = cursor.at;
        int at = from;
        int found = Long.BYTES;
        while (found == Long.BYTES && count <= MOST - Long.BYTES && at <= bytes.length - Long.BYTES) {
            long word = ByteWords.at(bytes, at) ^ EACH * '0';
            found = Math.min(leading(word), cursor.end - at);
            if (found > 0) {
                add(word, found);
            }
            at += found;
        }
        for (; at < cursor.end && isDigit(bytes[at]); at++) {
            if (count < MOST) {
                value = value * 10 + bytes[at] - '0';
            }
            count += value == 0 ? 0 : 1;
        }
        cursor.at = at;
        if (at == from) {
            throw cursor.unexpected("a digit");
        }
        return at - from;
    }

    /// How many bytes of the word are below ten, before the first that is not. Sums that go over into the next byte
    /// come after that one.
    private static int leading(long word) {
        long others = ((word + EACH * (0x80 - 10)) | word) & TOP_BITS;
        return Long.numberOfTrailingZeros(others) / Byte.SIZE;
    }

    private void add(long word, int found) {
        int zeros = value == 0 ? Math.min(found, Long.numberOfTrailingZeros(word) / Byte.SIZE) : 0;
        count += found - zeros;
        value = value * TENS[found] + number(word << ((Long.BYTES - found) * Byte.SIZE));
    }

    /// The number of eight digits: pairs of neighbours become one, three times.
    private static long number(long digits) {
        long pairs = (digits * 10 + (digits >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffff_ffffL;
    }

    static boolean isDigit(byte next) {
        return next >= '0' && next <= '9';
    }
}
