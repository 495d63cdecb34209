package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;

/// The instants at which incidents would begin if the weather were always at its worst: a Poisson process whose rate
/// is proportional to the distance driven.
///
/// [WeatherThinning] keeps the arrivals that begin in the actual weather.
///
/// Time is divided into bins of ten minutes, each with its own seed and rate, so that the arrivals of any bin can be
/// computed without those before.
final class IncidentArrivals {
    /// Length of a bin; within it the distance driven changes linearly and by a few percent at most.
    static final Duration BIN = Duration.ofMinutes(10);

    private static final double MICROS_PER_HOUR = 3.6e9;

    private final Seed seed;
    private final TrafficExposure exposure;
    private final double perVehicleMile;

    /// @param rateMultiplier simulated incidents per real one, 0.001 to 1000
    IncidentArrivals(Seed seed, TrafficExposure exposure, double rateMultiplier) {
        if (!(rateMultiplier >= 0.001 && rateMultiplier <= 1000)) {
            throw new IllegalArgumentException("rateMultiplier must be within [0.001, 1000] but was " + rateMultiplier);
        }
        this.seed = seed;
        this.exposure = exposure;
        this.perVehicleMile = IncidentCause.mostPerBillionVehicleMiles() / 1e9 * rateMultiplier;
    }

    /// Number of the bin that contains an instant.
    static long binOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), BIN.toSeconds());
    }

    static Instant beginOf(long bin) {
        return Instant.ofEpochSecond(bin * BIN.toSeconds());
    }

    /// The arrivals in a bin, in order of time.
    List<Arrival> in(long bin) {
        Instant begin = beginOf(bin);
        double perHour = exposure.vehicleMilesPerHour(begin.plus(BIN.dividedBy(2))) * perVehicleMile;
        Seed ofBin = seed.of(bin);
        RandomGenerator random = ofBin.generator();
        List<Arrival> arrivals = new ArrayList<>();
        long micros = gap(random, perHour);
        while (micros < BIN.toNanos() / 1000) {
            Seed seedOfArrival = ofBin.of(arrivals.size());
            arrivals.add(new Arrival(seedOfArrival, begin.plusNanos(micros * 1000)));
            micros += gap(random, perHour);
        }
        return arrivals;
    }

    /// Time to the next arrival, exponentially distributed [us]; at least 1, so that no two are simultaneous.
    private static long gap(RandomGenerator random, double perHour) {
        return 1 + (long) Math.min(random.nextExponential() / perHour * MICROS_PER_HOUR, MICROS_PER_HOUR);
    }

    /// The beginning of a possible incident.
    ///
    /// @param seed of all properties of this incident
    /// @param began in whole microseconds
    record Arrival(Seed seed, Instant began) {}
}
