package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smartcity.local.infra.SimulatedPeriod;

class SimulationSettingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static SimulationSettings faster(double factor) {
        return new SimulationSettings(FleetSize.of(200), 42, factor, Optional.empty());
    }

    @Test
    void livesInRealTimeAtFactorOne() {
        Optional<Instant> start = faster(1).start(Optional.of(NOW.minusSeconds(60)), NOW);

        assertThat(start).isEmpty();
    }

    @Test
    void beginsNowOnTheFirstRun() {
        Optional<Instant> start = faster(60).start(Optional.empty(), NOW);

        assertThat(start).contains(NOW);
    }

    @Test
    void continuesAfterTheNewestEvent() {
        Optional<Instant> start = faster(60).start(Optional.of(Instant.parse("2026-12-01T08:00:00Z")), NOW);

        assertThat(start).contains(Instant.parse("2026-12-01T08:00:00.001Z"));
    }

    @Test
    void neverGoesBackwardsWhenAFastCityIsSlowedToRealTime() {
        Optional<Instant> start = faster(1).start(Optional.of(Instant.parse("2026-12-01T08:00:00Z")), NOW);

        assertThat(start).contains(Instant.parse("2026-12-01T08:00:00.001Z"));
    }

    @Test
    void passesTheSimulatorsWhereToContinue() {
        var environment = faster(60).environment(Optional.of(Instant.parse("2026-12-01T08:00:00Z")), NOW);

        assertThat(environment)
                .containsEntry("VEHICLE_COUNT", "200")
                .containsEntry("SIMULATION_SEED", "42")
                .containsEntry("SIMULATION_FACTOR", "60.0")
                .containsEntry("SIMULATION_START", "2026-12-01T08:00:00Z")
                .containsEntry("SIMULATION_EPOCH", "2026-11-23T12:00:00Z");
    }

    @Test
    void saysNothingOfAStartWhenLive() {
        var environment = faster(1).environment(Optional.empty(), NOW);

        assertThat(environment).doesNotContainKeys("SIMULATION_START", "SIMULATION_EPOCH");
    }

    @Test
    void refusesAFactorOutOfRange() {
        assertThatThrownBy(() -> faster(0)).hasMessage("factor must be within [0.1, 3600] but was 0.0");
        assertThatThrownBy(() -> faster(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillsAPeriodWithoutAPaceOfItsOwn() {
        SimulatedPeriod week =
                new SimulatedPeriod(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));
        SimulationSettings simulation = new SimulationSettings(FleetSize.of(200), 42, 60, Optional.of(week));

        var environment = simulation.environment(Optional.of(NOW), NOW);

        assertThat(environment)
                .isEqualTo(Map.of(
                        "VEHICLE_COUNT", "200",
                        "SIMULATION_SEED", "42",
                        "SIMULATION_FACTOR", "1.0",
                        "SIMULATION_START", "2026-11-01T00:00:00Z",
                        "SIMULATION_UNTIL", "2026-11-08T00:00:00Z"));
    }
}
