package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.file.FileForm;

class LandedTopicsConfigTest {
    static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(LandedTopicsConfig.class)
                .withMapping(CityTopicNamesConfig.class)
                .withMapping(RecordsConfig.class)
                .build();
    }

    @Test
    void hasADefaultForEverySetting() {
        LandedTopicsConfig topics = config(Map.of()).getConfigMapping(LandedTopicsConfig.class);

        assertThat(topics.topics()).isEmpty();
        assertThat(topics.topicsPattern()).isEmpty();
        assertThat(topics.schemas().directory()).isEmpty();
        assertThat(topics.layout()).isEqualTo("data/{topic}/date={date}/hour={hour}");
        assertThat(topics.window()).isEqualTo(Duration.ofHours(1));
        assertThat(topics.files()).isEqualTo(FileForm.COMPATIBLE);
        assertThat(topics.codec()).isEqualTo("zstd-3");
        assertThat(topics.eventTime().notBefore()).isEqualTo("2000-01-01T00:00:00Z");
        assertThat(topics.eventTime().notAfter()).isEqualTo("2100-01-01T00:00:00Z");
        assertThat(topics.topic()).isEmpty();
    }

    @Test
    void readsEverySettingOfAllTopics() {
        Map<String, String> settings = Map.of(
                "sink.topics", "a,b.c",
                "sink.topics-pattern", "c.*",
                "sink.schemas.directory", "/schemas",
                "sink.layout", "{topic}/{field:country}",
                "sink.window", "PT12M",
                "sink.files", "compact",
                "sink.codec", "snappy",
                "sink.event-time.not-before", "2020-01-01T00:00:00Z",
                "sink.event-time.not-after", "2030-01-01T00:00:00Z");

        LandedTopicsConfig topics = config(settings).getConfigMapping(LandedTopicsConfig.class);

        assertThat(topics.topics()).contains(List.of("a", "b.c"));
        assertThat(topics.topicsPattern()).contains("c.*");
        assertThat(topics.schemas().directory()).contains(Path.of("/schemas"));
        assertThat(topics.layout()).isEqualTo("{topic}/{field:country}");
        assertThat(topics.window()).isEqualTo(Duration.ofMinutes(12));
        assertThat(topics.files()).isEqualTo(FileForm.COMPACT);
        assertThat(topics.codec()).isEqualTo("snappy");
        assertThat(topics.eventTime().notBefore()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(topics.eventTime().notAfter()).isEqualTo("2030-01-01T00:00:00Z");
    }

    @Test
    void readsEverySettingOfOneTopic() {
        Map<String, String> settings = Map.of(
                "sink.topic.a.schema", "other.json",
                "sink.topic.\"b.c\".layout", "data/{topic}",
                "sink.topic.\"b.c\".window", "P1D",
                "sink.topic.\"b.c\".files", "compact",
                "sink.topic.\"b.c\".codec", "none");

        LandedTopicsConfig topics = config(settings).getConfigMapping(LandedTopicsConfig.class);

        assertThat(topics.topic())
                .hasEntrySatisfying("a", own -> assertThat(own.schema()).contains(Path.of("other.json")))
                .hasEntrySatisfying("b.c", own -> {
                    assertThat(own.layout()).contains("data/{topic}");
                    assertThat(own.window()).contains(Duration.ofDays(1));
                    assertThat(own.files()).contains(FileForm.COMPACT);
                    assertThat(own.codec()).contains("none");
                });
    }

    @Test
    void namesTheCitysTopicsAsItsServicesDo() {
        CityTopicNamesConfig usual = config(Map.of()).getConfigMapping(CityTopicNamesConfig.class);
        CityTopicNamesConfig other = config(Map.of(
                        "VEHICLE_TOPIC",
                        "v",
                        "GPS_TOPIC",
                        "g",
                        "TRAFFIC_TOPIC",
                        "t",
                        "WEATHER_TOPIC",
                        "w",
                        "EMERGENCY_TOPIC",
                        "e"))
                .getConfigMapping(CityTopicNamesConfig.class);

        assertThat(names(usual))
                .containsExactly("vehicle_data", "gps_data", "traffic_data", "weather_data", "emergency_data");
        assertThat(names(other)).containsExactly("v", "g", "t", "w", "e");
    }

    private static List<String> names(CityTopicNamesConfig city) {
        return List.of(city.vehicle(), city.gps(), city.traffic(), city.weather(), city.emergency());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sink.layuot",
                "sink.flies",
                "sink.event-time.not-befor",
                "sink.topic.a.layuot",
                "sink.city.vehicel"
            })
    void rejectsAMisspeltKey(String misspelt) {
        assertThatThrownBy(() -> config(Map.of(misspelt, "v"))).hasMessageContaining(misspelt);
    }
}
