package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings of topics from the environment, for any name of a topic.
class TopicVariablesTest {
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> file = new HashMap<>();

    /// A configuration as in the packaged sink: a file, then the environment.
    private LandedTopicsConfig config() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(file, "file", 260), new EnvConfigSource(environment, 300))
                .withSources(new TopicVariablesSource(environment))
                .withMapping(LandedTopicsConfig.class)
                .withMapping(CityTopicNamesConfig.class)
                .withMapping(RecordsConfig.class)
                .build();
        return config.getConfigMapping(LandedTopicsConfig.class);
    }

    @ParameterizedTest
    @CsvSource({
        "orders, SINK_TOPIC_ORDERS_WINDOW",
        "order_lines, SINK_TOPIC_ORDER_LINES_WINDOW",
        "order-lines, SINK_TOPIC_ORDER_LINES_WINDOW",
        "order.lines, SINK_TOPIC_ORDER_LINES_WINDOW",
        "OrderLines, SINK_TOPIC_ORDERLINES_WINDOW",
        "Shop.v1_orders-EU, SINK_TOPIC_SHOP_V1_ORDERS_EU_WINDOW",
        "gps_data, SINK_TOPIC_GPS_DATA_WINDOW",
    })
    void setsSomethingForATopicOfAnyName(String topic, String variable) {
        file.put("sink.topics", "other, " + topic);
        environment.put(variable, "PT15M");

        LandedTopicsConfig config = config();

        // The environment's own source adds a name in lower case, which TopicSetup leaves out.
        assertThat(config.topic().keySet()).allMatch(topic::equalsIgnoreCase);
        assertThat(config.topic())
                .hasEntrySatisfying(topic, own -> assertThat(own.window()).contains(Duration.ofMinutes(15)));
    }

    @Test
    void overridesTheFileAndKeepsWhatElseItSets() {
        environment.put("SINK_TOPICS", "order_lines,order.lines.v2");
        file.put("sink.topic.order_lines.window", "PT1H");
        file.put("sink.topic.order_lines.codec", "snappy");
        file.put("sink.topic.\"order.lines.v2\".codec", "none");
        environment.put("SINK_TOPIC_ORDER_LINES_WINDOW", "PT15M");
        environment.put("SINK_TOPIC_ORDER_LINES_V2_CODEC", "zstd-9");

        Map<String, LandedTopicsConfig.OfTopic> topics = config().topic();

        assertThat(topics).containsOnlyKeys("order_lines", "order.lines.v2");
        assertThat(topics).hasEntrySatisfying("order_lines", own -> {
            assertThat(own.window()).contains(Duration.ofMinutes(15));
            assertThat(own.codec()).contains("snappy");
        });
        assertThat(topics)
                .hasEntrySatisfying(
                        "order.lines.v2", own -> assertThat(own.codec()).contains("zstd-9"));
    }

    @Test
    void knowsTheCitysTopicsAndThoseThatHaveASchema(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shop_orders.schema.json"), "{}");
        environment.put("SINK_TOPICS_PATTERN", "shop_.*");
        environment.put("SINK_SCHEMAS_DIRECTORY", folder.toString());
        environment.put("SINK_TOPIC_SHOP_ORDERS_CODEC", "none");
        environment.put("VEHICLE_TOPIC", "fleet_1");
        environment.put("SINK_TOPIC_FLEET_1_CODEC", "none");
        environment.put("SINK_TOPIC_WEATHER_DATA_CODEC", "none");

        assertThat(config().topic()).containsOnlyKeys("shop_orders", "fleet_1", "weather_data");
    }

    @Test
    void namesBothSettingsOfAVariableThatStandsForTwo() {
        TopicVariables variables = new TopicVariables(List.of("a.b", "a_b"));

        assertThat(variables.settings("SINK_TOPIC_A_B_CODEC"))
                .containsExactly("sink.topic.\"a.b\".codec", "sink.topic.a_b.codec");
    }
}
