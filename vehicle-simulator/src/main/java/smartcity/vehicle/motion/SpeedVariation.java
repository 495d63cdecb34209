package smartcity.vehicle.motion;

import smartcity.chance.Seed;

/// How a driver's speed wanders around what the driver holds on average.
///
/// A ratio that runs straight from one drawn value to the next; a pure function of the seed.
final class SpeedVariation {
    /// Between two drawn values [s]; chosen.
    private static final long SPACING_SECONDS = 30;

    /// The ratio stays within 1 plus and minus this; chosen.
    private static final double RANGE = 0.02;

    /// The greatest ratio.
    static final double GREATEST = 1 + RANGE;

    private final Seed seed;
    private long span = Long.MIN_VALUE;
    private double from;
    private double to;

    SpeedVariation(Seed driver) {
        seed = driver.of("mood");
    }

    /// The ratio at a second, 0.98 to 1.02.
    double at(long second) {
        long asked = Math.floorDiv(second, SPACING_SECONDS);
        if (asked != span) {
            span = asked;
            from = drawn(asked);
            to = drawn(asked + 1);
        }
        double share = (double) Math.floorMod(second, SPACING_SECONDS) / SPACING_SECONDS;
        return from + share * (to - from);
    }

    private double drawn(long key) {
        return 1 + RANGE * (2 * seed.of(key).uniform() - 1);
    }
}
