package smartcity.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The checks that constructors of several events share.
final class EventChecks {
    private EventChecks() {}

    /// Refuses a value outside `[minimum, maximum]`, and NaN.
    static void within(String name, double value, double minimum, double maximum) {
        if (!(value >= minimum && value <= maximum)) {
            throw new IllegalArgumentException(
                    "%s must be within [%s, %s] but was %s".formatted(name, minimum, maximum, value));
        }
    }

    /// Refuses a heading outside `[0, 360)` degrees, and NaN.
    static void heading(String name, double degrees) {
        if (!(degrees >= 0 && degrees < 360)) {
            throw new IllegalArgumentException("%s must be within [0, 360) but was %s".formatted(name, degrees));
        }
    }

    static void notBlank(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s must not be blank but was '%s'".formatted(name, value));
        }
    }

    /// Refuses an instant that is finer than the microseconds of its JSON form.
    static void microseconds(Instant timestamp) {
        if (!timestamp.truncatedTo(ChronoUnit.MICROS).equals(timestamp)) {
            throw new IllegalArgumentException("timestamp must have microsecond precision but was " + timestamp);
        }
    }
}
