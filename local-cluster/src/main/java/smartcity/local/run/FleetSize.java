package smartcity.local.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import smartcity.fleet.FleetLimits;

/// How many vehicles there are, and how many records they emit in a real second; at least one of both is given.
///
/// @param vehicles 1 to 1,000,000; empty for as many as emit the rate when each reports once a simulated second
/// @param rate records of `vehicle_data` and `gps_data` together, at least 1; empty for what the vehicles emit when
///     each reports once a simulated second
public record FleetSize(OptionalInt vehicles, OptionalInt rate) {
    /// The interval of reports when only a number of vehicles or only a rate is given.
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(1);

    public FleetSize {
        vehicles.ifPresent(count -> requireWithin("--vehicles", count, FleetLimits.MOST_VEHICLES));
        rate.ifPresent(perSecond -> requireWithin("--rate", perSecond, Integer.MAX_VALUE));
        if (vehicles.isEmpty() && rate.isEmpty()) {
            throw new IllegalArgumentException("a fleet must have a size or a rate but had none");
        }
    }

    static FleetSize of(int vehicles) {
        return new FleetSize(OptionalInt.of(vehicles), OptionalInt.empty());
    }

    /// Fails unless the vehicles can emit the rate at the factor.
    void requirePossible(double factor) {
        if (rate.isEmpty()) {
            return;
        }
        double least = FleetLimits.leastRate(vehicles.orElse(1), factor);
        double most = vehicles.isPresent()
                ? FleetLimits.mostRate(vehicles.getAsInt(), factor)
                : Math.floor(FleetLimits.rateOf(FleetLimits.MOST_VEHICLES, USUAL_INTERVAL, factor));
        if (rate.getAsInt() < least || rate.getAsInt() > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--rate must be within [%.0f, %.0f] with %s at factor %s but was %d",
                    least,
                    most,
                    vehicles.isPresent() ? vehicles.getAsInt() + " vehicles" : "any number of vehicles",
                    factor,
                    rate.getAsInt()));
        }
    }

    /// The number of vehicles at the factor.
    int size(double factor) {
        return vehicles.orElseGet(
                () -> (int) Math.ceil(FleetLimits.vehiclesFor(rate.orElseThrow(), USUAL_INTERVAL, factor)));
    }

    /// The environment of the vehicle simulator that sets it.
    Map<String, String> environment(double factor) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("VEHICLE_COUNT", Integer.toString(size(factor)));
        rate.ifPresent(perSecond -> environment.put("VEHICLE_RATE", Integer.toString(perSecond)));
        return environment;
    }

    private static void requireWithin(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(option + " must be within [1, " + most + "] but was " + value);
        }
    }
}
