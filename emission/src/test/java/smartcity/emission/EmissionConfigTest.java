package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmissionConfigTest {
    @Test
    void sendsPlainRecordsUnlessSetOtherwise() {
        assertThat(read(Map.of()).cloudEvents()).isFalse();
    }

    @Test
    void namesTheServiceAsSourceUnlessSetOtherwise() {
        assertThat(read(Map.of()).source()).isEqualTo("/smartcity/some-simulator");
    }

    @Test
    void logsTextUnlessSetOtherwise() {
        assertThat(read(Map.of()).logJson()).isFalse();
    }

    @Test
    void takesEverySetting() {
        EmissionConfig config = read(Map.of(
                "emission.cloud-events", "true", "emission.source", "/leeds/vehicles", "emission.log-json", "true"));

        assertThat(config.cloudEvents()).isTrue();
        assertThat(config.source()).isEqualTo("/leeds/vehicles");
        assertThat(config.logJson()).isTrue();
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("emission.cloud-event", "true")))
                .hasMessageContaining("emission.cloud-event");
    }

    private static EmissionConfig read(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("quarkus.application.name", "some-simulator");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(EmissionConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(EmissionConfig.class);
    }
}
