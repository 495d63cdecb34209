package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;

class CauseTest {
    @Test
    void everyCauseComesAsOftenAsItsRateSays() {
        RandomGenerator random = new Seed(1).generator();
        Map<Cause, Integer> drawn = new EnumMap<>(Cause.class);
        int draws = 200_000;

        for (int i = 0; i < draws; i++) {
            drawn.merge(Cause.draw(random), 1, Integer::sum);
        }

        assertThat(drawn).hasSize(Cause.values().length).allSatisfy((cause, count) -> {
            double expected = draws * cause.perBillionVehicleMiles() / Cause.allPerBillionVehicleMiles();
            assertThat((double) count)
                    .isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
        });
    }
}
