package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewConfigTest {
    @Test
    void isSeenOnThisMachineOnlyByDefault() {
        ViewConfig config = read(Map.of());

        assertThat(config.hosts()).containsExactly("localhost", "127.0.0.1", "[::1]");
        assertThat(config.sink()).containsExactly(URI.create("http://localhost:8084"));
        assertThat(config.readOnly()).isFalse();
    }

    @Test
    void takesEverySetting() {
        ViewConfig config = read(Map.of(
                "view.hosts",
                "city.example.org",
                "view.sink",
                "http://sink:8080,http://10.0.0.7:8084",
                "view.read-only",
                "true"));

        assertThat(config.hosts()).containsExactly("city.example.org");
        assertThat(config.sink()).containsExactly(URI.create("http://sink:8080"), URI.create("http://10.0.0.7:8084"));
        assertThat(config.readOnly()).isTrue();
    }

    @Test
    void misspeltKeysAreRefused() {
        assertThatThrownBy(() -> read(Map.of("view.host", "x")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("view.host");
    }

    static ViewConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ViewConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ViewConfig.class);
    }
}
