package smartcity.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeatherConfigTest {
    @Test
    void observesEveryMinuteByDefault() {
        assertThat(read(Map.of()).interval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEverySetting() {
        assertThat(read(Map.of("weather.interval", "PT10S")).interval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("weather.intervals", "PT10S")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("weather.intervals");
    }

    private static WeatherConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(WeatherConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(WeatherConfig.class);
    }
}
