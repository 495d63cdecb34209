package smartcity.vehicle.fleet;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Records that a fleet is to tell in a real second, telemetry and fixes together.
///
/// @param perSecond above 0
/// @param factor simulated seconds per real second, above 0
public record Rate(int perSecond, double factor) {
    private static final int RECORDS_PER_REPORT = 2;
    private static final double MICROS_PER_SECOND = 1e6;

    public Rate {
        if (perSecond < 1) {
            throw new IllegalArgumentException("vehicle.rate must be at least 1 but was " + perSecond);
        }
    }

    /// The fleet of so many vehicles that tells the rate: its interval follows.
    ///
    /// @param vehicles 1 to 1,000,000
    /// @throws IllegalArgumentException when no interval does, with the rates for which one does
    public Fleet.Size with(int vehicles) {
        Duration interval = intervalOf(vehicles);
        if (interval.compareTo(Fleet.Size.SHORTEST) < 0 || interval.compareTo(Fleet.Size.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be within [%.0f, %.0f] with %d vehicles at factor %s but was %d"
                            .formatted(
                                    Math.max(1, Math.ceil(rateOf(vehicles, Fleet.Size.LONGEST))),
                                    Math.floor(rateOf(vehicles, Fleet.Size.SHORTEST)),
                                    vehicles,
                                    factor,
                                    perSecond));
        }
        return new Fleet.Size(vehicles, interval);
    }

    /// The fleet that tells the rate at about an interval: the number of its vehicles follows, and what rounding that
    /// number would change is made good by the interval.
    ///
    /// @param interval as of [Fleet.Size]
    /// @throws IllegalArgumentException when that takes more vehicles than a fleet can have
    public Fleet.Size with(Duration interval) {
        double vehicles = perSecond / rateOf(1, interval);
        if (vehicles > Fleet.Size.MOST_VEHICLES) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be at most %.0f with an interval of %s at factor %s but was %d"
                            .formatted(rateOf(Fleet.Size.MOST_VEHICLES, interval), interval, factor, perSecond));
        }
        int enough = (int) Math.ceil(vehicles);
        boolean tooMany = enough > 1 && intervalOf(enough).compareTo(Fleet.Size.LONGEST) > 0;
        return with(tooMany ? enough - 1 : enough);
    }

    private Duration intervalOf(int vehicles) {
        double seconds = (double) vehicles * RECORDS_PER_REPORT * factor / perSecond;
        return Duration.of(Math.round(seconds * MICROS_PER_SECOND), ChronoUnit.MICROS);
    }

    private double rateOf(int vehicles, Duration interval) {
        return vehicles * RECORDS_PER_REPORT * factor / (interval.toNanos() / 1e9);
    }
}
