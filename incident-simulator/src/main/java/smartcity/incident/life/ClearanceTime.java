package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/// How long an incident lasts.
///
/// @param began when it was first reported
/// @param cleared when it is over, later than it began
record ClearanceTime(Instant began, Instant cleared) {
    /// No incident lasts longer; the few that would are cut to it. Chosen.
    static final Duration LONGEST = Duration.ofHours(4);

    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /// Median and spread of the log-normal time to clear; chosen: one in five takes longer than an hour.
    private static final double MEDIAN_MINUTES = 35;

    private static final double LOG_SPREAD = 0.6;

    private static final double MICROS_PER_MINUTE = 6e7;

    static ClearanceTime from(Instant began, RandomGenerator random) {
        double minutes = MEDIAN_MINUTES * Math.exp(LOG_SPREAD * random.nextGaussian());
        long micros = Math.clamp((long) (minutes * MICROS_PER_MINUTE), micros(SHORTEST), micros(LONGEST));
        return new ClearanceTime(began, began.plus(micros, ChronoUnit.MICROS));
    }

    /// Share of it that has passed: 0 when it begins, 1 when it is over.
    double shareAt(Instant time) {
        return (double) micros(Duration.between(began, time)) / micros(Duration.between(began, cleared));
    }

    boolean isOverAt(Instant time) {
        return !time.isBefore(cleared);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
