package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.setting.SettingNames;
import smartcity.setting.VariableName;
import smartcity.sink.operations.OperationsConfig;

class SinkVariablesTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(sink\\.[a-z0-9.<>-]+)` \\|", Pattern.MULTILINE);

    private final SinkVariables variables = new SinkVariables(
            List.of("orders", "order_lines", "Order.Lines-EU"),
            SettingNames.of(
                    LandedTopicsConfig.class,
                    RecordsConfig.class,
                    CityTopicNamesConfig.class,
                    SinkConfig.class,
                    GroupConfig.class,
                    StoreConfig.class,
                    OperationsConfig.class));

    private List<String> refusals(String name) {
        return variables.refusals(Set.of(name));
    }

    @Test
    void knowsEveryDocumentedSettingOfEveryTopic() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "settings.md"));
        List<String> documented = ROW.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(row -> row.substring(3, row.lastIndexOf('`')))
                .flatMap(setting -> setting.contains("<name>")
                        ? Stream.of("orders", "order_lines", "Order.Lines-EU")
                                .map(topic -> setting.replace("<name>", topic))
                        : Stream.of(setting))
                .toList();

        assertThat(documented).hasSizeGreaterThan(80);
        assertThat(documented)
                .allSatisfy(setting ->
                        assertThat(refusals(VariableName.of(setting))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "SINK_BUKET, SINK_BUCKET",
        "SINK_ROLLOVER_MAX_AEG, SINK_ROLLOVER_MAX_AGE",
        "SINK_TOPIC_ORDER_LINES_WINDW, SINK_TOPIC_ORDER_LINES_WINDOW",
        "SINK_TOPIC_ODRERS_WINDOW, SINK_TOPIC_ORDERS_WINDOW",
        "SINK_TOPIC_ORDER_LINES_EU_EVENTTIME_FIELD, SINK_TOPIC_ORDER_LINES_EU_EVENT_TIME_FIELD",
        "SINK_TOPIC__ORDER_LINES__WINDOW, SINK_TOPIC_ORDER_LINES_WINDOW",
        "SINK_STALED_AFTER, SINK_STALLED_AFTER",
        "SINKS_STALLED_AFTER, SINK_STALLED_AFTER",
        "GPS_TOPICS, GPS_TOPIC",
        "SINK_, SINK_CODEC",
    })
    void refusesAnUnknownVariableAndNamesTheNearest(String name, String nearest) {
        assertThat(refusals(name))
                .containsExactly(name + " must be the variable of a setting; the nearest is " + nearest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SINK_TOPICS_0_",
                "SINK_TOPICS_1",
                "SINK_S3_TAGS",
                "SINK_SERVICE_HOST",
                "SINK_SERVICE_PORT",
                "SINK_SERVICE_PORT_HTTP",
                "SINK_PORT",
                "SINK_PORT_8084_TCP",
                "SINK_PORT_8084_TCP_ADDR",
                "SINK_METRICS_SERVICE_HOST",
                "SINKS",
                "BUCKET",
                "_SINK_X"
            })
    void leavesElementsOfListsAndWhatIsNotOfTheSink(String name) {
        assertThat(refusals(name)).isEmpty();
    }

    @Test
    void refusesAVariableThatWouldSetTwoTopics() {
        SinkVariables two = new SinkVariables(List.of("a.b", "a-b"), Set.of());

        assertThat(two.refusals(Set.of("SINK_TOPIC_A_B_CODEC")))
                .containsExactly("SINK_TOPIC_A_B_CODEC must set one topic but would set sink.topic.\"a.b\".codec and"
                        + " sink.topic.a-b.codec");
    }
}
