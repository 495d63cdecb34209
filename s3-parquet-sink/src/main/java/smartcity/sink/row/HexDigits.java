package smartcity.sink.row;

/// Hexadecimal digits in ASCII, eight at a time: each is a byte of a word, the first one the lowest, so that none waits
/// for the one before it. The four bytes that they stand for are half a word in the same order.
public final class HexDigits {
    /// What [#bytes] returns for other characters; negative, as no bytes are.
    public static final long NONE = -1;

    private static final long EACH = 0x0101010101010101L;
    private static final long EACH_OTHER = 0x0001000100010001L;

    private HexDigits() {}

    /// The bytes that the digits stand for, or [#NONE].
    public static long bytes(long digits) {
        long letters = (digits >>> 6) & EACH;
        long values = (digits & EACH * 0xf) + letters * 9;
        // Digits are those characters that their values are written as.
        if ((values & 0xf0f0f0f0f0f0f0f0L) != 0 || written(values) != (digits | (letters << 5))) {
            return NONE;
        }
        long pairs = ((values << 4) | (values >>> 8)) & EACH_OTHER * 0xff;
        long fours = (pairs | (pairs >>> 8)) & 0x0000ffff0000ffffL;
        return (fours | (fours >>> 16)) & 0xffff_ffffL;
    }

    /// The digits of the bytes, in lower case.
    public static long of(long bytes) {
        long fours = (bytes | (bytes << 16)) & 0x0000ffff0000ffffL;
        long pairs = (fours | (fours << 8)) & EACH_OTHER * 0xff;
        return written(((pairs >>> 4) & EACH_OTHER * 0xf) | ((pairs & EACH_OTHER * 0xf) << 8));
    }

    /// @param values 0 to 15 in each byte
    private static long written(long values) {
        long aboveNine = ((values + EACH * 6) >>> 4) & EACH;
        return values + EACH * '0' + aboveNine * ('a' - '0' - 10);
    }
}
