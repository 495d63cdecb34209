package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/// The one source of chance of a schedule.
final class ScheduleChance {
    final Random random;

    ScheduleChance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        random.nextLong();
    }

    boolean permille(int permille) {
        return random.nextInt(1000) < permille;
    }

    /// From 0 up to, not including, `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Both ends included.
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    long between(long least, long most) {
        return least + (long) (random.nextDouble() * (most - least + 1));
    }

    Duration millis(int least, int most) {
        return Duration.ofMillis(between(least, most));
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }
}
