package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;

class IncidentCauseTest {
    /// Counts the draws that are kept in the average weather.
    @Test
    void everyCauseIsAsFrequentAsItsRate() {
        RandomGenerator random = new Seed(1).generator();
        Map<IncidentCause, Integer> drawn = new EnumMap<>(IncidentCause.class);
        int draws = 200_000;

        for (int i = 0; i < draws; i++) {
            IncidentCause cause = IncidentCause.draw(random);
            if (random.nextDouble() < cause.keptShare(1)) {
                drawn.merge(cause, 1, Integer::sum);
            }
        }

        assertThat(drawn).hasSize(IncidentCause.values().length).allSatisfy((cause, count) -> {
            // 420 accidents and 550 others a billion vehicle miles; accidents are drawn 2.375 times as often.
            double expected = draws * cause.perBillionVehicleMiles() / (420 * 2.375 + 550);
            assertThat((double) count)
                    .isBetween(expected - 4 * Math.sqrt(expected), expected + 4 * Math.sqrt(expected));
        });
    }
}
