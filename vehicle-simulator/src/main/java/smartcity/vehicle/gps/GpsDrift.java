package smartcity.vehicle.gps;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;

/// A slowly changing error: at every instant normally distributed with mean 0 and standard deviation 1, and
/// correlated over about its spacing.
///
/// It approximates a Gauss-Markov process, but is a pure function of the seed: between neighbouring draws the
/// weights are cosine and sine, whose squares add up to 1, so the standard deviation is 1 there too.
final class GpsDrift {
    private final Seed seed;
    private final long spacingMicros;
    /// Number of the interval of `from` and `to`; no instant has the initial value, and a primitive keeps reads
    /// cheap.
    private long span = Long.MIN_VALUE;
    private double from;
    private double to;

    GpsDrift(Seed seed, long spacingSeconds) {
        this.seed = seed;
        spacingMicros = spacingSeconds * 1_000_000;
    }

    double at(long epochMicros) {
        long wanted = Math.floorDiv(epochMicros, spacingMicros);
        if (wanted != span) {
            span = wanted;
            from = drawn(wanted);
            to = drawn(wanted + 1);
        }
        double angle = Math.PI / 2 * Math.floorMod(epochMicros, spacingMicros) / spacingMicros;
        return from * Math.cos(angle) + to * Math.sin(angle);
    }

    private double drawn(long key) {
        RandomGenerator random = seed.of(key).generator();
        return random.nextGaussian();
    }
}
