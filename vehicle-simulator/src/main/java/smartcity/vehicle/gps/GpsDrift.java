package smartcity.vehicle.gps;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;

/// An error that changes slowly: at every instant normally distributed with mean 0 and deviation 1, and correlated
/// over about its spacing.
///
/// It stands for a Gauss-Markov process, but is a pure function of the seed: between neighbouring drawn values the
/// weights are cosine and sine, whose squares add up to 1, so the deviation is 1 there too.
final class GpsDrift {
    private final Seed seed;
    private final long spacingMicros;
    private long span = Long.MIN_VALUE;
    private double from;
    private double to;

    GpsDrift(Seed seed, long spacingSeconds) {
        this.seed = seed;
        spacingMicros = spacingSeconds * 1_000_000;
    }

    double at(long epochMicros) {
        long asked = Math.floorDiv(epochMicros, spacingMicros);
        if (asked != span) {
            span = asked;
            from = drawn(asked);
            to = drawn(asked + 1);
        }
        double angle = Math.PI / 2 * Math.floorMod(epochMicros, spacingMicros) / spacingMicros;
        return from * Math.cos(angle) + to * Math.sin(angle);
    }

    private double drawn(long key) {
        RandomGenerator chance = seed.of(key).generator();
        return chance.nextGaussian();
    }
}
