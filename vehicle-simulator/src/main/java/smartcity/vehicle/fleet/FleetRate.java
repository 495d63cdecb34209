package smartcity.vehicle.fleet;

import java.time.Duration;
import smartcity.fleet.FleetLimits;

/// The rate of a fleet's records per real second, telemetry and fixes together.
///
/// @param perSecond above 0
/// @param factor simulated seconds per real second, above 0
public record FleetRate(int perSecond, double factor) {
    public FleetRate {
        if (perSecond < 1) {
            throw new IllegalArgumentException("vehicle.rate must be at least 1 but was " + perSecond);
        }
    }

    /// The fleet of a number of vehicles with this rate; its interval follows.
    ///
    /// @param vehicles 1 to 1,000,000
    /// @throws IllegalArgumentException when the rate is not within the limits of that number
    public Fleet.Size with(int vehicles) {
        int least = FleetLimits.leastRate(vehicles, factor);
        int most = FleetLimits.mostRate(vehicles, factor);
        if (perSecond < least || perSecond > most) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be within [%d, %d] with %d vehicles at factor %s but was %d"
                            .formatted(least, most, vehicles, factor, perSecond));
        }
        return new Fleet.Size(vehicles, FleetLimits.intervalFor(vehicles, perSecond, factor));
    }

    /// The fleet with this rate at about an interval: the number of vehicles follows, and a small change of the
    /// interval compensates the rounding of that number.
    ///
    /// @param interval as of [Fleet.Size]
    /// @throws IllegalArgumentException when it needs more vehicles than a fleet can have
    public Fleet.Size with(Duration interval) {
        double vehicles = FleetLimits.vehiclesFor(perSecond, interval, factor);
        if (vehicles > FleetLimits.MOST_VEHICLES) {
            throw new IllegalArgumentException(
                    "vehicle.rate must be at most %.0f with an interval of %s at factor %s but was %d"
                            .formatted(
                                    FleetLimits.rateOf(FleetLimits.MOST_VEHICLES, interval, factor),
                                    interval,
                                    factor,
                                    perSecond));
        }
        int enough = (int) Math.ceil(vehicles);
        boolean tooMany = enough > 1
                && FleetLimits.intervalFor(enough, perSecond, factor).compareTo(FleetLimits.LONGEST_INTERVAL) > 0;
        return with(tooMany ? enough - 1 : enough);
    }
}
