package smartcity.sink.loop;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after failures: twice as long after each, up to a limit, less a random part of up to half.
///
/// @param first after the first failure
/// @param longest at most
public record RetryBackoff(Duration first, Duration longest) {
    public RetryBackoff {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first must be positive and at most longest but was " + first + " with " + longest);
        }
    }

    /// The wait after the `failures`-th failure in a row.
    public Duration after(int failures, RandomGenerator chance) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long full = Math.clamp(doubled, 1, longest.toMillis());
        return Duration.ofMillis(full - (long) (chance.nextDouble() * (full / 2.0)));
    }
}
