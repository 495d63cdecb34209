package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;

/// When incidents would begin if the weather were at its worst all the time: a Poisson process whose rate
/// follows the distance driven.
///
/// Of these arrivals, [WeatherThinning] keeps those that begin in the weather as it is.
///
/// Time is cut into bins of ten minutes, each with a seed and a rate of its own, so that the incidents of
/// any bin can be told without knowing those before.
final class IncidentArrivals {
    /// Length of a bin; the distance driven changes by a few percent in it at most, and linearly.
    static final Duration BIN = Duration.ofMinutes(10);

    private static final double MICROS_PER_HOUR = 3.6e9;

    private final Seed seed;
    private final TrafficExposure exposure;
    private final double perVehicleMile;

    /// @param rateMultiplier incidents for each that would really happen, 0.001 to 1000
    IncidentArrivals(Seed seed, TrafficExposure exposure, double rateMultiplier) {
        if (!(rateMultiplier >= 0.001 && rateMultiplier <= 1000)) {
            throw new IllegalArgumentException("rateMultiplier must be within [0.001, 1000] but was " + rateMultiplier);
        }
        this.seed = seed;
        this.exposure = exposure;
        this.perVehicleMile = IncidentCause.mostPerBillionVehicleMiles() / 1e9 * rateMultiplier;
    }

    /// Number of the bin that holds an instant.
    static long binOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), BIN.toSeconds());
    }

    static Instant beginOf(long bin) {
        return Instant.ofEpochSecond(bin * BIN.toSeconds());
    }

    /// The beginnings in a bin, in order of time.
    List<Arrival> in(long bin) {
        Instant begin = beginOf(bin);
        double perHour = exposure.vehicleMilesPerHour(begin.plus(BIN.dividedBy(2))) * perVehicleMile;
        Seed ofBin = seed.of(bin);
        RandomGenerator random = ofBin.generator();
        List<Arrival> arrivals = new ArrayList<>();
        long micros = gap(random, perHour);
        while (micros < BIN.toNanos() / 1000) {
            Seed own = ofBin.of(arrivals.size());
            arrivals.add(new Arrival(own, begin.plusNanos(micros * 1000)));
            micros += gap(random, perHour);
        }
        return arrivals;
    }

    /// Time to the next beginning, exponentially distributed [us]; at least 1, so that no two are at the
    /// same time.
    private static long gap(RandomGenerator random, double perHour) {
        return 1 + (long) Math.min(random.nextExponential() / perHour * MICROS_PER_HOUR, MICROS_PER_HOUR);
    }

    /// @param seed of everything that will happen in this incident
    /// @param began in whole microseconds
    record Arrival(Seed seed, Instant began) {}
}
