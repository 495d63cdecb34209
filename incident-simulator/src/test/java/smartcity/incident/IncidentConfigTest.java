package smartcity.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentConfigTest {
    @Test
    void makesIncidentsFiveTimesAsFrequentByDefault() {
        assertThat(read(Map.of()).rateMultiplier()).isEqualTo(5);
    }

    @Test
    void takesEverySetting() {
        assertThat(read(Map.of("incident.rate-multiplier", "1.5")).rateMultiplier())
                .isEqualTo(1.5);
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("incident.rate-multipliers", "1.5")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("incident.rate-multipliers");
    }

    private static IncidentConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(IncidentConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(IncidentConfig.class);
    }
}
