package smartcity.vehicle.motion;

import smartcity.chance.Seed;

/// The variation of a driver's speed around its mean, as a ratio.
///
/// The ratio is linear between drawn values; it is a pure function of the seed.
final class SpeedVariation {
    /// Time between two drawn values [s]; chosen.
    private static final long SPACING_SECONDS = 30;

    /// Greatest difference of the ratio from 1; chosen.
    private static final double RANGE = 0.02;

    /// The greatest ratio.
    static final double GREATEST = 1 + RANGE;

    private final Seed seed;
    /// Number of the interval of `from` and `to`; no second has the initial value, and a primitive keeps steps
    /// cheap.
    private long span = Long.MIN_VALUE;
    private double from;
    private double to;

    SpeedVariation(Seed driver) {
        seed = driver.of("mood");
    }

    /// The ratio at a second, 0.98 to 1.02.
    double at(long second) {
        long wanted = Math.floorDiv(second, SPACING_SECONDS);
        if (wanted != span) {
            span = wanted;
            from = drawn(wanted);
            to = drawn(wanted + 1);
        }
        double share = (double) Math.floorMod(second, SPACING_SECONDS) / SPACING_SECONDS;
        return from + share * (to - from);
    }

    private double drawn(long key) {
        return 1 + RANGE * (2 * seed.of(key).uniform() - 1);
    }
}
