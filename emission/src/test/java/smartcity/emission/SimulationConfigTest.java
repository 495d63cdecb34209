package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smartcity.emission.loop.EmissionPace;
import smartcity.time.SimulatedTime;

class SimulationConfigTest {
    private static final Instant EPOCH = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2026-07-08T00:00:00Z");

    private static final ShardsConfig SHARDS = new ShardsConfig() {
        @Override
        public int count() {
            return 64;
        }

        @Override
        public Duration commitInterval() {
            return Duration.ofMillis(200);
        }

        @Override
        public Duration resumeWithin() {
            return Duration.ofMinutes(1);
        }
    };

    record Fixed(long seed, double factor, Optional<Instant> epoch, Optional<Instant> start, Optional<Instant> until)
            implements SimulationConfig {}

    @Test
    void isLiveUnlessSetOtherwise() {
        SimulationConfig config = read(Map.of());

        assertThat(config.seed()).isEqualTo(1);
        assertThat(config.factor()).isEqualTo(1);
        assertThat(config.epoch()).isEmpty();
        assertThat(config.start()).isEmpty();
        assertThat(config.until()).isEmpty();
    }

    @Test
    void takesEverySetting() {
        SimulationConfig config = read(Map.of(
                "simulation.seed", "42",
                "simulation.factor", "60",
                "simulation.epoch", "2026-11-23T08:00:00Z",
                "simulation.start", "2026-07-01T00:00:00Z",
                "simulation.until", "2026-07-08T00:00:00Z"));

        assertThat(config.seed()).isEqualTo(42);
        assertThat(config.factor()).isEqualTo(60);
        assertThat(config.epoch()).contains(EPOCH);
        assertThat(config.start()).contains(START);
        assertThat(config.until()).contains(Instant.parse("2026-07-08T00:00:00Z"));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("simulation.sede", "42")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("simulation.sede");
    }

    @Test
    void startsAtTheEpochUnlessAStartIsSet() {
        SimulatedTime time = SharedSimulation.time(
                new Fixed(1, 60, Optional.of(EPOCH), Optional.empty(), Optional.empty()), Clock.systemUTC());

        assertThat(time.at(EPOCH.plusSeconds(1))).isEqualTo(EPOCH.plusSeconds(60));
    }

    @Test
    void refusesAFactorWithoutTheEpochThatServicesMustShare() {
        assertThatThrownBy(() -> SharedSimulation.time(
                        new Fixed(1, 60, Optional.empty(), Optional.empty(), Optional.empty()), Clock.systemUTC()))
                .hasMessageContaining("simulation.epoch must be set");
        assertThatThrownBy(() -> SharedSimulation.time(
                        new Fixed(1, 1, Optional.empty(), Optional.of(START), Optional.empty()), Clock.systemUTC()))
                .hasMessageContaining("simulation.epoch must be set");
    }

    @Test
    void resumesAfterAShortAbsenceAndElseStartsAtThePresent() {
        SimulationConfig config = new Fixed(1, 60, Optional.of(EPOCH), Optional.empty(), Optional.empty());
        Instant now = EPOCH.plusSeconds(120);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        EmissionPace pace = SharedSimulation.pace(config, SHARDS, SharedSimulation.time(config, clock), clock);
        Instant simulated = EPOCH.plusSeconds(120 * 60);

        assertThat(pace.resumeFrom(simulated.minusSeconds(60 * 60))).isEqualTo(simulated.minusSeconds(60 * 60));
        assertThat(pace.resumeFrom(simulated.minusSeconds(61 * 60))).isEqualTo(simulated);
    }

    @Test
    void identifiesASimulationByAllThatChangesItsTimeOrChance() {
        assertThat(SharedSimulation.identity(read(Map.of())).text()).isEqualTo("1/-/-/1.0/-");
        assertThat(SharedSimulation.identity(
                                new Fixed(42, 60, Optional.of(EPOCH), Optional.of(START), Optional.of(UNTIL)))
                        .text())
                .isEqualTo("42/2026-07-01T00:00:00Z/2026-11-23T08:00:00Z/60.0/2026-07-08T00:00:00Z");
    }

    @Test
    void backfillsFromTheStart() {
        EmissionPace pace = pace(1, Optional.empty(), Optional.of(START), START.plusSeconds(60));

        assertThat(pace.from()).isEqualTo(START);
        assertThat(pace.now()).isEqualTo(START);
    }

    @Test
    void refusesABackfillWithAPaceOrWithoutAPeriod() {
        assertThatThrownBy(() -> pace(60, Optional.empty(), Optional.of(START), START.plusSeconds(60)))
                .hasMessageContaining("simulation.factor and simulation.epoch must be unset");
        assertThatThrownBy(() -> pace(1, Optional.of(EPOCH), Optional.of(START), START.plusSeconds(60)))
                .hasMessageContaining("simulation.factor and simulation.epoch must be unset");
        assertThatThrownBy(() -> pace(1, Optional.empty(), Optional.empty(), START))
                .hasMessage("simulation.start must be set with simulation.until but was unset");
        assertThatThrownBy(() -> pace(1, Optional.empty(), Optional.of(START), START))
                .hasMessage(
                        "simulation.until must be after simulation.start (2026-07-01T00:00:00Z) but was 2026-07-01T00:00:00Z");
    }

    private static EmissionPace pace(double factor, Optional<Instant> epoch, Optional<Instant> start, Instant until) {
        SimulationConfig config = new Fixed(1, factor, epoch, start, Optional.of(until));
        return SharedSimulation.pace(
                config, SHARDS, SharedSimulation.time(config, Clock.systemUTC()), Clock.systemUTC());
    }

    private static SimulationConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(SimulationConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(SimulationConfig.class);
    }
}
