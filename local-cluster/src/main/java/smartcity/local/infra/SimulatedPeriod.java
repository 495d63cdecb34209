package smartcity.local.infra;

import java.time.Duration;
import java.time.Instant;

/// A period of simulated time.
///
/// @param from its first instant
/// @param until first instant after it
public record SimulatedPeriod(Instant from, Instant until) {
    public SimulatedPeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("--from must be before --to (" + until + ") but was " + from);
        }
    }

    /// @param epochMillis since 1970 [ms]
    boolean holds(long epochMillis) {
        return epochMillis >= from.toEpochMilli() && epochMillis < until.toEpochMilli();
    }

    /// How much of it lies before an instant, 0 to 100 [%]; 100 only when all of it does.
    public int percentBefore(Instant instant) {
        if (!instant.isBefore(until)) {
            return 100;
        }
        long done = Math.max(0, Duration.between(from, instant).toMillis());
        return (int) Math.floor(100.0 * done / Duration.between(from, until).toMillis());
    }

    /// Its two ends, `2026-11-01T00:00:00Z to 2026-11-08T00:00:00Z`.
    @Override
    public String toString() {
        return from + " to " + until;
    }
}
