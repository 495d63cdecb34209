package smartcity.http;

import java.time.Duration;

/// Ranges that values of a request must keep, and the words for them.
public final class ValueRules {
    private ValueRules() {}

    /// Refuses a number that is out of range, or not a number.
    ///
    /// @throws RequestRefusedException naming field, range and value
    public static double requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new RequestRefusedException(name, number(least, most), value);
        }
        return value;
    }

    /// Refuses a whole number that is out of range.
    ///
    /// @throws RequestRefusedException naming field, range and value
    public static int requireWithin(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new RequestRefusedException(name, wholeNumber(least, most), value);
        }
        return value;
    }

    /// Refuses a duration that is out of range.
    ///
    /// @throws RequestRefusedException naming field, range and value
    public static Duration requireWithin(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new RequestRefusedException(name, duration(least, most), value);
        }
        return value;
    }

    static String number(double least, double most) {
        return "must be a number within [%s, %s]".formatted(least, most);
    }

    static String wholeNumber(int least, int most) {
        return "must be a whole number within [%d, %d]".formatted(least, most);
    }

    static String duration(Duration least, Duration most) {
        return "must be a duration within [%s, %s]".formatted(least, most);
    }
}
