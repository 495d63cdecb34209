package smartcity.vehicle.fleet;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// The rate of a fleet's records per real second, telemetry and fixes together.
///
/// @param perSecond above 0
/// @param factor simulated seconds per real second, above 0
public record FleetRate(int perSecond, double factor) {
    private static final int RECORDS_PER_REPORT = 2;
    private static final double MICROS_PER_SECOND = 1e6;

    public FleetRate {
        if (perSecond < 1) {
            throw new IllegalArgumentException("vehicle.rate must be at least 1 but was " + perSecond);
        }
    }

    /// The lowest rate of a number of vehicles: each reports at the longest interval; at least 1.
    public static int least(int vehicles, double factor) {
        return (int) Math.max(1, Math.ceil(rateOf(vehicles, Fleet.Size.LONGEST, factor)));
    }

    /// The highest rate of a number of vehicles: each reports at the shortest interval; at least 2.
    public static int most(int vehicles, double factor) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(rateOf(vehicles, Fleet.Size.SHORTEST, factor)));
    }

    /// The fleet of a number of vehicles with this rate; its interval follows.
    ///
    /// @param vehicles 1 to 1,000,000
    /// @throws IllegalArgumentException when the rate is not within [#least] and [#most]
    public Fleet.Size with(int vehicles) {
        int least = least(vehicles, factor);
        int most = most(vehicles, factor);
        if (perSecond < least || perSecond > most) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be within [%d, %d] with %d vehicles at factor %s but was %d"
                            .formatted(least, most, vehicles, factor, perSecond));
        }
        return new Fleet.Size(vehicles, intervalOf(vehicles));
    }

    /// The fleet with this rate at about an interval: the number of vehicles follows, and a small change of the
    /// interval compensates the rounding of that number.
    ///
    /// @param interval as of [Fleet.Size]
    /// @throws IllegalArgumentException when it needs more vehicles than a fleet can have
    public Fleet.Size with(Duration interval) {
        double vehicles = perSecond / rateOf(1, interval, factor);
        if (vehicles > Fleet.Size.MOST_VEHICLES) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be at most %.0f with an interval of %s at factor %s but was %d"
                            .formatted(
                                    rateOf(Fleet.Size.MOST_VEHICLES, interval, factor), interval, factor, perSecond));
        }
        int enough = (int) Math.ceil(vehicles);
        boolean tooMany = enough > 1 && intervalOf(enough).compareTo(Fleet.Size.LONGEST) > 0;
        return with(tooMany ? enough - 1 : enough);
    }

    private Duration intervalOf(int vehicles) {
        double seconds = (double) vehicles * RECORDS_PER_REPORT * factor / perSecond;
        return Duration.of(Math.round(seconds * MICROS_PER_SECOND), ChronoUnit.MICROS);
    }

    private static double rateOf(int vehicles, Duration interval, double factor) {
        return vehicles * RECORDS_PER_REPORT * factor / (interval.toNanos() / 1e9);
    }
}
