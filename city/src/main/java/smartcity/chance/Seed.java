package smartcity.chance;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The root of a tree of random draws. Every draw is a pure function of the seed and of the keys that select it, so
/// it depends neither on the sequence of calls nor on the process.
///
/// @param value any number; the same value gives the same city
public record Seed(long value) {
    /// The 64-bit golden ratio, the step of SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom
    /// number generators", OOPSLA 2014.
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /// 2 to the power of -53, the distance of neighbouring doubles in [0.5, 1).
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    /// The seed of one subject, independent of the seeds of other names.
    public Seed of(String name) {
        long hash = value;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN_GAMMA + name.charAt(i));
        }
        return new Seed(hash);
    }

    /// The seed of one number, independent of the seeds of other numbers.
    public Seed of(long key) {
        return new Seed(mix(mix(value + GOLDEN_GAMMA) ^ (key * GOLDEN_GAMMA)));
    }

    /// A number, evenly distributed over all 64 bits.
    public long bits() {
        return mix(value + GOLDEN_GAMMA);
    }

    /// A number, evenly distributed over [0, 1).
    public double uniform() {
        return (bits() >>> 11) * DOUBLE_UNIT;
    }

    /// A new generator; generators of equal seeds return the same series.
    public RandomGenerator generator() {
        return new SplittableRandom(value);
    }

    /// Finaliser of SplitMix64 (variant 13 of Stafford's mixers): every input bit changes every output bit with
    /// probability one half.
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
