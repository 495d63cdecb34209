package smartcity.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeedTest {
    /// First output of the reference implementation for state 0. Source: Vigna, splitmix64.c.
    private static final long FIRST_OF_ZERO = 0xE220A8397B1DCDAFL;

    @Test
    void mixesAsTheReferenceDoes() {
        assertThat(new Seed(0).bits()).isEqualTo(FIRST_OF_ZERO);
    }

    @Test
    void drawsTheSameValueInAnySequenceOfCalls() {
        Seed seed = new Seed(42);
        double before = seed.of("weather").of(3).uniform();

        seed.of("incidents").of(9).generator().nextDouble();

        assertThat(seed.of("weather").of(3).uniform()).isEqualTo(before);
    }

    @Test
    void drawsEvenlyOverNeighbouringKeys() {
        int[] counts = new int[10];
        for (int key = 0; key < 100_000; key++) {
            counts[(int) (new Seed(1).of(key).uniform() * 10)]++;
        }

        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }

        assertThat(chiSquare).isLessThan(27.88); // 0.1 % quantile at 9 degrees of freedom
    }

    @Test
    void givesNeighbouringKeysUncorrelatedDraws() {
        double sumOfProducts = 0;
        for (int key = 0; key < 100_000; key++) {
            sumOfProducts += (new Seed(1).of(key).uniform() - 0.5)
                    * (new Seed(1).of(key + 1L).uniform() - 0.5);
        }

        double correlation = sumOfProducts / 100_000 * 12;

        assertThat(correlation).isCloseTo(0, within(0.0125)); // four standard errors
    }

    @Test
    void givesDifferentNamesDifferentDraws() {
        Seed seed = new Seed(1);

        assertThat(seed.of("ab").bits()).isNotEqualTo(seed.of("ba").bits());
        assertThat(seed.of("a").of("b").bits())
                .isNotEqualTo(seed.of("b").of("a").bits());
    }
}
