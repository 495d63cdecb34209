package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import smartcity.event.IncidentDuration;

/// The period of an incident, from its first report until its lanes are clear.
///
/// @param began instant of the first report
/// @param cleared instant at which it is over, later than `began`
record ClearanceTime(Instant began, Instant cleared) {
    /// Median and spread of the log-normal duration; chosen: one in five incidents lasts longer than an hour.
    private static final double MEDIAN_MINUTES = 35;

    private static final double LOG_SPREAD = 0.6;

    private static final double MICROS_PER_MINUTE = 6e7;

    static ClearanceTime from(Instant began, RandomGenerator random) {
        double minutes = MEDIAN_MINUTES * Math.exp(LOG_SPREAD * random.nextGaussian());
        long micros = Math.clamp(
                (long) (minutes * MICROS_PER_MINUTE),
                micros(IncidentDuration.SHORTEST),
                micros(IncidentDuration.LONGEST));
        return new ClearanceTime(began, began.plus(micros, ChronoUnit.MICROS));
    }

    /// Share of the period that has passed: 0 at its beginning, 1 at its end.
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
