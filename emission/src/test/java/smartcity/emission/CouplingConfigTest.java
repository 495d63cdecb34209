package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouplingConfigTest {
    @Test
    void followsTheTopicsAMinuteLaterUnlessSetOtherwise() {
        CouplingConfig config = read(Map.of());

        assertThat(config.inputs()).isEqualTo(CouplingConfig.Source.TOPICS);
        assertThat(config.delay()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesEverySetting() {
        CouplingConfig config =
                read(Map.of("coupling.inputs", "off", "coupling.delay", "PT5M", "coupling.timeout", "PT0S"));

        assertThat(config.inputs()).isEqualTo(CouplingConfig.Source.OFF);
        assertThat(config.delay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.timeout()).isZero();
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("coupling.input", "off"))).hasMessageContaining("coupling.input");
    }

    private static CouplingConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(CouplingConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(CouplingConfig.class);
    }
}
