package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.emission.SimulationConfig;
import smartcity.vehicle.fleet.Fleet;

class VehicleConfigTest {
    @Test
    void fleetReportsEverySecondWithoutARateByDefault() {
        VehicleConfig config = read(VehicleConfig.class, Map.of());

        assertThat(config.count()).isEmpty();
        assertThat(config.rate()).isEmpty();
        assertThat(config.interval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fleetTakesEverySetting() {
        VehicleConfig config = read(
                VehicleConfig.class,
                Map.of("vehicle.count", "12000", "vehicle.interval", "PT0.5S", "vehicle.rate", "48000"));

        assertThat(config.count()).hasValue(12_000);
        assertThat(config.rate()).hasValue(48_000);
        assertThat(config.interval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void camerasReportEveryMinuteByDefault() {
        assertThat(read(CameraConfig.class, Map.of()).interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read(CameraConfig.class, Map.of("camera.interval", "PT5M")).interval())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void misspeltKeysAreRefused() {
        assertThatThrownBy(() -> read(VehicleConfig.class, Map.of("vehicle.cuont", "1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("vehicle.cuont");
        assertThatThrownBy(() -> read(CameraConfig.class, Map.of("camera.intervall", "PT1M")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("camera.intervall");
    }

    private static Fleet.Size size(Map<String, String> vehicles, Map<String, String> simulation) {
        return VehicleSimulator.size(read(VehicleConfig.class, vehicles), read(SimulationConfig.class, simulation));
    }

    @Test
    void fleetIsSmallByDefault() {
        assertThat(size(Map.of(), Map.of())).isEqualTo(new Fleet.Size(200, Duration.ofSeconds(1)));
        assertThat(size(Map.of("vehicle.count", "12000", "vehicle.interval", "PT5S"), Map.of()))
                .isEqualTo(new Fleet.Size(12_000, Duration.ofSeconds(5)));
    }

    @Test
    void fleetGrowsWithTheRate() {
        assertThat(size(Map.of("vehicle.rate", "50000"), Map.of()))
                .isEqualTo(new Fleet.Size(25_000, Duration.ofSeconds(1)));
        assertThat(size(Map.of("vehicle.rate", "50000"), Map.of("simulation.factor", "60")))
                .isEqualTo(new Fleet.Size(417, Duration.ofNanos(1_000_800_000)));
    }

    @Test
    void fleetOfAGivenSizeReportsAtTheIntervalOfTheRate() {
        assertThat(size(Map.of("vehicle.rate", "48000", "vehicle.count", "12000"), Map.of()))
                .isEqualTo(new Fleet.Size(12_000, Duration.ofMillis(500)));
    }

    @Test
    void backfillHasNoRate() {
        assertThatThrownBy(() -> size(
                        Map.of("vehicle.rate", "50000"),
                        Map.of("simulation.start", "2026-11-24T07:00:00Z", "simulation.until", "2026-11-24T08:00:00Z")))
                .hasMessage("vehicle.rate must be unset with simulation.until, which asks for a backfill as fast as"
                        + " Kafka takes it, but was 50000");
    }

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(mapping);
    }
}
