package smartcity.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    @Test
    void fleetIsSmallAndReportsEverySecondUnlessSetOtherwise() {
        VehicleConfig config = read(VehicleConfig.class, Map.of());

        assertThat(config.count()).isEqualTo(200);
        assertThat(config.interval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fleetTakesEverySetting() {
        VehicleConfig config =
                read(VehicleConfig.class, Map.of("vehicle.count", "12000", "vehicle.interval", "PT0.5S"));

        assertThat(config.count()).isEqualTo(12_000);
        assertThat(config.interval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void camerasReportEveryMinuteUnlessSetOtherwise() {
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

    private static <T> T read(Class<T> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(mapping);
    }
}
