package smartcity.sink.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.schema.Column;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EventTime;
import smartcity.sink.schema.RecordSchema;

/// The schema and the settings of `docs/topics.md`.
class TopicsPageTest {
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "topics.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void theSchemaAndTheSettingsOfThePageLandTheTopic(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("orders.schema.json"), block("json"));
        Files.createDirectory(folder.resolve("common"));
        Files.writeString(
                folder.resolve("common/customer.json"), "{\"type\":\"object\",\"properties\":{\"n\":{\"const\":1}}}");
        Properties properties = new Properties();
        properties.load(new StringReader(block("properties")));
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.put("sink.schemas.directory", folder.toString());
        SmallRyeConfig config = LandedTopicsConfigTest.config(settings);

        RecordSchema schema = requireNonNull(new TopicSetup(
                                config.getConfigMapping(LandedTopicsConfig.class),
                                config.getConfigMapping(RecordsConfig.class),
                                config.getConfigMapping(CityTopicNamesConfig.class),
                                new KeyPrefix(""),
                                Set.of())
                        .decoders()
                        .named()
                        .get("orders"))
                .topic()
                .schema();

        assertThat(schema.columns())
                .extracting(Column::type)
                .containsExactly(
                        ColumnType.UUID,
                        ColumnType.TEXT,
                        ColumnType.GROUP,
                        ColumnType.DECIMAL,
                        ColumnType.GROUP,
                        ColumnType.ANY_JSON);
        assertThat(schema.eventTime()).isInstanceOfSatisfying(EventTime.OfFields.class, time -> {
            assertThat(time.fields()).extracting(EventTime.Field::path).containsExactly("created_at", "source.ts_ms");
            assertThat(time.kafkaLast()).isTrue();
        });
    }
}
