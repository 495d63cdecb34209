package smartcity.sink.json;

import smartcity.sink.row.ByteWords;
import smartcity.sink.row.HexDigits;

/// The forms that a column type can require of a string, read without allocating an object.
final class TextForms {
    /// What the methods return for text without the form; no valid value comes near it.
    static final long NONE = Long.MIN_VALUE;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private TextForms() {}

    /// The date-time of RFC 3339 in `bytes` [microseconds since 1970-01-01T00:00Z; finer digits are cut off], or
    /// [#NONE]. Leap seconds are refused.
    static long instant(byte[] bytes, int offset, int length) {
        if (length < 20 || (bytes[offset + 10] | 0x20) != 't') {
            return NONE;
        }
        long day = date(bytes, offset, 10);
        long time = sinceMidnight(bytes, offset + 11, offset + length);
        return day == NONE || time == NONE ? NONE : day * MICROS_PER_DAY + time;
    }

    /// The full-date of RFC 3339 in `bytes` [days since 1970-01-01], or [#NONE].
    static long date(byte[] bytes, int offset, int length) {
        if (length != 10 || bytes[offset + 4] != '-' || bytes[offset + 7] != '-') {
            return NONE;
        }
        int year = number(bytes, offset, 4);
        int month = number(bytes, offset + 5, 2);
        int day = number(bytes, offset + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
            return NONE;
        }
        return epochDay(year, month, day);
    }

    /// The full-time of RFC 3339 in `bytes`, in UTC [microseconds since midnight; finer digits are cut off], or
    /// [#NONE]. With an offset it may be a time of the previous or the next day. Leap seconds are refused.
    static long time(byte[] bytes, int offset, int length) {
        long time = length < 9 ? NONE : sinceMidnight(bytes, offset, offset + length);
        return time == NONE ? NONE : Math.floorMod(time, MICROS_PER_DAY);
    }

    /// Microseconds since midnight UTC of the written day, or [#NONE]; there must be at least 9 bytes.
    private static long sinceMidnight(byte[] bytes, int at, int end) {
        if (bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            return NONE;
        }
        int hour = number(bytes, at, 2);
        int minute = number(bytes, at + 3, 2);
        int second = number(bytes, at + 6, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NONE;
        }
        return fractionAndZone(bytes, at + 8, end, hour * 3_600L + minute * 60L + second);
    }

    private static long fractionAndZone(byte[] bytes, int from, int end, long seconds) {
        int at = from;
        long micros = 0;
        if (bytes[at] == '.') {
            at++;
            int firstDigit = at;
            long unit = 100_000;
            while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
                micros += (bytes[at++] - '0') * unit;
                unit /= 10;
            }
            if (at == firstDigit) {
                return NONE;
            }
        }
        int left = end - at;
        if (left == 1 && (bytes[at] | 0x20) == 'z') {
            return seconds * 1_000_000 + micros;
        }
        if (left != 6 || (bytes[at] != '+' && bytes[at] != '-') || bytes[at + 3] != ':') {
            return NONE;
        }
        int hours = number(bytes, at + 1, 2);
        int minutes = number(bytes, at + 4, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return NONE;
        }
        long ahead = hours * 3_600L + minutes * 60L;
        return (seconds - (bytes[at] == '+' ? ahead : -ahead)) * 1_000_000 + micros;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    /// Days since 1970-01-01. Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil.
    private static long epochDay(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    /// The number in `digits` decimal digits, or -1 if one of them is not a digit.
    private static int number(byte[] bytes, int offset, int digits) {
        int value = 0;
        for (int i = offset; i < offset + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /// Writes the 16 bytes of the UUID in `bytes` to `target`; false if it does not have the form of RFC 9562.
    static boolean uuid(byte[] bytes, int offset, int length, byte[] target, int to) {
        boolean dashes = length == 36
                && bytes[offset + 8] == '-'
                && bytes[offset + 13] == '-'
                && bytes[offset + 18] == '-'
                && bytes[offset + 23] == '-';
        if (!dashes) {
            return false;
        }
        long first = HexDigits.bytes(ByteWords.at(bytes, offset));
        long second = HexDigits.bytes(aroundDash(bytes, offset + 9));
        long third = HexDigits.bytes(aroundDash(bytes, offset + 19));
        long fourth = HexDigits.bytes(ByteWords.at(bytes, offset + 28));
        if ((first | second | third | fourth) < 0) {
            return false;
        }
        ByteWords.put(target, to, first | (second << Integer.SIZE));
        ByteWords.put(target, to + Long.BYTES, third | (fourth << Integer.SIZE));
        return true;
    }

    /// Four digits, and the four behind the dash.
    private static long aroundDash(byte[] bytes, int from) {
        return ByteWords.halfAt(bytes, from) | (ByteWords.halfAt(bytes, from + 5) << Integer.SIZE);
    }
}
