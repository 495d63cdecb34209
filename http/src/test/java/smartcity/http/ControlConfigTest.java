package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlConfigTest {
    @Test
    void hasNoTokenUnlessSet() {
        assertThat(read(Map.of()).token()).isEmpty();
    }

    @Test
    void takesEverySetting() {
        assertThat(read(Map.of("control.token", "s3cret")).token()).contains("s3cret");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("control.tokne", "s3cret")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("control.tokne");
    }

    private static ControlConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ControlConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(ControlConfig.class);
    }
}
