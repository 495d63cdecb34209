package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.event.CityTopic;

class CityTopicsConfigTest {
    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void namesTopicsByTheirDefaults(CityTopic topic) {
        assertThat(read(Map.of()).nameOf(topic)).isEqualTo(topic.defaultName());
    }

    @Test
    void createsSixPartitionsUnlessSetOtherwise() {
        assertThat(read(Map.of()).partitions()).isEqualTo(6);
    }

    @Test
    void keepsCommandsInATopicOfTheirOwn() {
        assertThat(read(Map.of()).commands()).isEqualTo("city_commands");
        assertThat(read(Map.of("topics.commands", "other")).commands()).isEqualTo("other");
    }

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void renamesATopicByItsEnvironmentVariable(CityTopic topic) {
        CityTopicsConfig config = read(Map.of(topic.environmentVariable(), "other", "topics.partitions", "3"));

        assertThat(config.nameOf(topic)).isEqualTo("other");
        assertThat(config.partitions()).isEqualTo(3);
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read(Map.of("topics.wheather", "x"))).hasMessageContaining("topics.wheather");
    }

    /// Reads the settings above the defaults that the module ships.
    private static CityTopicsConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .withMapping(CityTopicsConfig.class)
                .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 1000))
                .withValidateUnknown(true)
                .build()
                .getConfigMapping(CityTopicsConfig.class);
    }
}
