package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorSilenceTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant SIMULATED = Instant.parse("2026-11-10T08:00:00Z");

    private final SimulatorSilence silence = new SimulatorSilence();

    @Test
    void countsRealTimeSinceASimulatorCameFurther() {
        silence.observe("fast", SIMULATED, NOW);
        silence.observe("stopped", SIMULATED, NOW);
        silence.observe("fast", SIMULATED.plusSeconds(420), NOW.plusSeconds(7));
        silence.observe("stopped", SIMULATED, NOW.plusSeconds(7));

        assertThat(silence.at(NOW.plusSeconds(8)))
                .containsEntry("fast", Duration.ofSeconds(1))
                .containsEntry("stopped", Duration.ofSeconds(8))
                .hasSize(2);
    }

    @Test
    void countsNothingWhileSimulatedTimeStands() {
        silence.observe("paused", SIMULATED, NOW);
        silence.restart(NOW.plusSeconds(60));
        silence.observe("paused", SIMULATED, NOW.plusSeconds(62));

        assertThat(silence.at(NOW.plusSeconds(63))).containsEntry("paused", Duration.ofSeconds(3));
    }
}
