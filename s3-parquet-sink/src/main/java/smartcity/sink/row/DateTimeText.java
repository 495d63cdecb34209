package smartcity.sink.row;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Reads the date-times that producers write beside RFC 3339: a space instead of `T`, no seconds, an offset such as
/// `+0000`, `+00` or `UTC`, a space before it, and none at all if a zone is known.
public final class DateTimeText {
    /// What [#micros] returns for other text; no valid date-time comes near it.
    public static final long NONE = Long.MIN_VALUE;

    private static final int MICROS_PER_SECOND = 1_000_000;

    private final byte[] bytes;
    private final int end;
    private int at;

    private DateTimeText(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /// The date-time in `bytes` [microseconds since 1970-01-01T00:00Z; finer digits are cut off], or [#NONE].
    ///
    /// @param zone of a date-time that has none; without it, such a date-time is none. A local time that
    ///     occurs twice is the earlier one; one that is skipped is moved by the length of the gap
    public static long micros(byte[] bytes, int offset, int length, @Nullable ZoneId zone) {
        return new DateTimeText(bytes, offset, length).read(zone);
    }

    private long read(@Nullable ZoneId zone) {
        int year = number(4);
        int month = after('-');
        int day = after('-');
        boolean separated = at < end && (bytes[at] == ' ' || (bytes[at] | 0x20) == 't');
        at++;
        int hour = separated ? number(2) : -1;
        int minute = after(':');
        int second = at < end && bytes[at] == ':' ? after(':') : 0;
        boolean date = year >= 0 && month >= 1 && month <= 12 && day >= 1;
        boolean time = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
        if (!date || !time || day > YearMonth.of(year, month).lengthOfMonth()) {
            return NONE;
        }
        long micros = fraction();
        LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        if (at == end) {
            return zone == null || micros < 0 ? NONE : seconds(local, zone) * MICROS_PER_SECOND + micros;
        }
        int ahead = offsetSeconds();
        return ahead == Integer.MIN_VALUE || at != end || micros < 0
                ? NONE
                : (local.toEpochSecond(ZoneOffset.UTC) - ahead) * MICROS_PER_SECOND + micros;
    }

    private static long seconds(LocalDateTime local, ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? local.toEpochSecond(offset)
                : local.atZone(zone).toEpochSecond();
    }

    /// Consumes the separator and two digits; -1 if they are not there.
    private int after(char separator) {
        if (at >= end || bytes[at] != separator) {
            at = end;
            return -1;
        }
        at++;
        return number(2);
    }

    /// Consumes so many digits; -1 if they are not there.
    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < end ? bytes[at] - '0' : -1;
            if (digit < 0 || digit > 9) {
                at = end;
                return -1;
            }
            value = value * 10 + digit;
            at++;
        }
        return value;
    }

    /// Consumes a fraction of a second [microseconds]; -1 if it has no digit.
    private long fraction() {
        if (at >= end || (bytes[at] != '.' && bytes[at] != ',')) {
            return 0;
        }
        at++;
        int first = at;
        long micros = 0;
        for (long unit = 100_000; at < end && bytes[at] >= '0' && bytes[at] <= '9'; unit /= 10) {
            micros += (bytes[at++] - '0') * unit;
        }
        return at == first ? -1 : micros;
    }

    /// Consumes an offset [seconds ahead of UTC]; the smallest int if there is none.
    private int offsetSeconds() {
        byte sign = bytes[at];
        if ((sign | 0x20) == 'z') {
            at++;
            return 0;
        }
        if (is("UTC") || is("GMT")) {
            at += 3;
            return 0;
        }
        if (sign != '+' && sign != '-') {
            return Integer.MIN_VALUE;
        }
        at++;
        int hours = number(2);
        int minutes = at == end ? 0 : bytes[at] == ':' ? after(':') : number(2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int ahead = hours * 3_600 + minutes * 60;
        return sign == '+' ? ahead : -ahead;
    }

    private boolean is(String word) {
        boolean same = end - at == word.length();
        for (int i = 0; same && i < word.length(); i++) {
            same = bytes[at + i] == word.charAt(i);
        }
        return same;
    }
}
