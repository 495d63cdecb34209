package smartcity.vehicle.traffic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import smartcity.chance.Seed;

/// The ratio of the demand at an instant to that of the average day: by weekday, by day, by quarter of an hour.
///
/// All figures are chosen: the flows' source gives annual averages only. A day's demand lasts from 3 o'clock to 3
/// o'clock, London time, when the road is quiet.
final class DemandFluctuation {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// Ratio to the average day; the week's mean is 1.
    private static final double WORKDAY = 1.06;

    private static final double SATURDAY = 0.87;
    private static final double SUNDAY = 0.83;

    /// Half of the range of the day's own ratio.
    private static final double DAY_RANGE = 0.08;

    /// Half of the range of the ratio of a quarter of an hour.
    private static final double QUARTER_RANGE = 0.05;

    private static final long QUARTER_SECONDS = 900;

    private final Seed days;
    private final Seed quarters;

    DemandFluctuation(Seed seed) {
        days = seed.of("day of demand");
        quarters = seed.of("quarter of demand");
    }

    /// Ratio of the demand at an instant to that of the average day, 0.72 to 1.21.
    double at(long epochSecond) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), LONDON)
                .minusHours(3);
        double day = 1 + DAY_RANGE * spread(days, local.toLocalDate().toEpochDay());
        return weekday(local.getDayOfWeek()) * day * quarter(epochSecond);
    }

    private static double weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> WORKDAY;
            case SATURDAY -> SATURDAY;
            case SUNDAY -> SUNDAY;
        };
    }

    private double quarter(long epochSecond) {
        long quarter = Math.floorDiv(epochSecond, QUARTER_SECONDS);
        double share = (double) Math.floorMod(epochSecond, QUARTER_SECONDS) / QUARTER_SECONDS;
        return 1 + QUARTER_RANGE * (spread(quarters, quarter) * (1 - share) + spread(quarters, quarter + 1) * share);
    }

    /// Evenly distributed over [-1, 1).
    private static double spread(Seed seed, long key) {
        return 2 * seed.of(key).uniform() - 1;
    }
}
