package smartcity.fleet;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Which fleets are possible, and how number of vehicles, interval and rate follow from each other. The rate counts the
/// records of `vehicle_data` and `gps_data` together, in a real second; the interval is simulated time.
public final class FleetLimits {
    /// Vehicles of a fleet at most [chosen].
    public static final int MOST_VEHICLES = 1_000_000;

    /// Between two reports of a vehicle, at least [chosen].
    public static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    /// Between two reports of a vehicle, at most [chosen].
    public static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    private static final int RECORDS_PER_REPORT = 2;
    private static final double MICROS_PER_SECOND = 1e6;

    private FleetLimits() {}

    /// The rate of a fleet.
    ///
    /// @param factor simulated seconds per real second, above 0
    public static double rateOf(int vehicles, Duration interval, double factor) {
        return vehicles * RECORDS_PER_REPORT * factor / (interval.toNanos() / 1e9);
    }

    /// The lowest rate of a number of vehicles: each reports at the longest interval; at least 1.
    public static int leastRate(int vehicles, double factor) {
        return (int) Math.max(1, Math.ceil(rateOf(vehicles, LONGEST_INTERVAL, factor)));
    }

    /// The highest rate of a number of vehicles: each reports at the shortest interval; at most the largest `int`.
    public static int mostRate(int vehicles, double factor) {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(rateOf(vehicles, SHORTEST_INTERVAL, factor)));
    }

    /// The number of vehicles that have a rate when each reports at an interval; not rounded.
    public static double vehiclesFor(int rate, Duration interval, double factor) {
        return rate / rateOf(1, interval, factor);
    }

    /// The interval at which a number of vehicles has a rate, to the microsecond.
    public static Duration intervalFor(int vehicles, int rate, double factor) {
        double seconds = (double) vehicles * RECORDS_PER_REPORT * factor / rate;
        return Duration.of(Math.round(seconds * MICROS_PER_SECOND), ChronoUnit.MICROS);
    }
}
