package smartcity.sink.setup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.FileSettings;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.loop.TopicDecoders.Found;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.topic.LandedTopic;

class TopicSetupTest {
    private static final String SCHEMA = """
            {"$id": "urn:test:orders", "type": "object", "required": ["timestamp"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "country": {"type": "string"},
             "total": {"type": "number"}}}""";

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final Set<String> variables = new HashSet<>();

    @BeforeEach
    void writeTheSchema() throws IOException {
        settings.put("sink.schemas.directory", folder.toString());
        Files.writeString(folder.resolve("orders.schema.json"), SCHEMA);
    }

    private TopicDecoders decoders() {
        SmallRyeConfig config = LandedTopicsConfigTest.config(settings);
        return new TopicSetup(
                        config.getConfigMapping(LandedTopicsConfig.class),
                        config.getConfigMapping(RecordsConfig.class),
                        config.getConfigMapping(CityTopicNamesConfig.class),
                        new KeyPrefix("lake/"),
                        variables)
                .decoders();
    }

    private Map<String, LandedTopic> topics() {
        Map<String, LandedTopic> topics = new HashMap<>();
        decoders().named().forEach((name, decoder) -> topics.put(name, decoder.topic()));
        return topics;
    }

    private Found found(String topic) {
        return requireNonNull(decoders().others()).apply(topic);
    }

    private LandedTopic topic(String name) {
        return requireNonNull(topics().get(name));
    }

    @Test
    void landsTheCitysTopicsByDefault() {
        settings.put("WEATHER_TOPIC", "sky");

        Map<String, LandedTopic> topics = topics();

        assertThat(topics).containsOnlyKeys("vehicle_data", "gps_data", "traffic_data", "sky", "emergency_data");
        assertThat(topic("sky").schema().id()).contains("weather_data");
        assertThat(topic("sky").layout()).isEqualTo(Layout.byHour("lake/"));
    }

    @Test
    void prefersSchemasInTheFolderToBuiltInOnes() throws IOException {
        Files.writeString(folder.resolve("gps_data.schema.json"), SCHEMA);
        settings.put("sink.topics", "orders,gps_data,weather_data");

        Map<String, LandedTopic> topics = topics();

        assertThat(topics).containsOnlyKeys("orders", "gps_data", "weather_data");
        assertThat(topic("orders").schema().id()).isEqualTo("urn:test:orders");
        assertThat(topic("gps_data").schema().id()).isEqualTo("urn:test:orders");
    }

    @Test
    void overridesSettingsForOneTopic() throws IOException {
        Files.writeString(folder.resolve("other.json"), SCHEMA.replace("orders", "other"));
        settings.put("sink.topics", "orders,order.lines");
        settings.put("sink.window", "PT6H");
        settings.put("sink.topic.\"order.lines\".schema", "other.json");
        settings.put("sink.topic.\"order.lines\".layout", "{topic}/{field:country}/date={date}");
        settings.put("sink.topic.\"order.lines\".window", "P1D");
        settings.put("sink.topic.\"order.lines\".codec", "snappy");
        settings.put("sink.topic.\"order.lines\".files", "compact");

        assertThat(topic("order.lines").schema().id()).isEqualTo("urn:test:other");
        assertThat(topic("order.lines").layout())
                .isEqualTo(new Layout(
                        "lake/", FolderTemplate.of("{topic}/{field:country}/date={date}"), Duration.ofDays(1)));
        assertThat(topic("order.lines").files())
                .isEqualTo(new FileSettings(FileForm.COMPACT, new CompressionCodec.Snappy()));
        assertThat(topic("orders").files())
                .isEqualTo(new FileSettings(FileForm.COMPATIBLE, new CompressionCodec.Zstd(3)));
        assertThat(topic("orders").layout())
                .isEqualTo(new Layout("lake/", FolderTemplate.BY_HOUR, Duration.ofHours(6)));
    }

    @Test
    void landsOnlyNamedTopicsWithoutAPattern() {
        assertThat(decoders().others()).isNull();
    }

    @Test
    void landsTopicsThatMatchThePatternAndHaveASchema() {
        settings.put("sink.topics-pattern", "order.*");

        assertThat(topics()).isEmpty();
        assertThat(found("orders"))
                .isInstanceOfSatisfying(
                        Found.Accepted.class,
                        accepted ->
                                assertThat(accepted.decoder().topic().name()).isEqualTo("orders"));
        assertThat(found("preorders")).isEqualTo(new Found.Ignored());
        assertThat(found("order.lines"))
                .isEqualTo(
                        new Found.Refused("topic order.lines: must have a schema: sink.topic.order.lines.schema, or a"
                                + " file order.lines.schema.json in sink.schemas.directory"));
    }

    @Test
    void readsASchemaThatIsAddedLater() throws IOException {
        settings.put("sink.topics-pattern", ".*");
        Function<String, Found> others = requireNonNull(decoders().others());
        Files.writeString(folder.resolve("late.schema.json"), SCHEMA.replace("\"object\"", "\"array\""));
        Found broken = others.apply("late");

        Files.writeString(folder.resolve("late.schema.json"), SCHEMA);

        assertThat(broken).isEqualTo(new Found.Refused(folder.resolve("late.schema.json") + "# must be of objects"));
        assertThat(others.apply("late")).isInstanceOf(Found.Accepted.class);
    }

    @Test
    void refusesAPatternThatIsNotARegularExpression() {
        settings.put("sink.topics-pattern", "shop_(");

        isRefused("sink.topics-pattern must be a regular expression but was shop_(: Unclosed group");
    }

    @Test
    void refusesATopicWithABadSchemaAlone() throws IOException {
        settings.put("sink.topics", "orders,returns");
        Files.writeString(folder.resolve("returns.schema.json"), "{}");

        TopicDecoders decoders = decoders();

        assertThat(decoders.named()).containsOnlyKeys("orders");
        assertThat(decoders.refused())
                .isEqualTo(Map.of("returns", folder.resolve("returns.schema.json") + "# must be of objects"));
    }

    @Test
    void startsNothingWhenEveryTopicHasABadSchema() throws IOException {
        settings.put("sink.topics", "returns");
        Files.writeString(folder.resolve("returns.schema.json"), "{}");

        isRefused(folder.resolve("returns.schema.json") + "# must be of objects");
    }

    @Test
    void landsTheOthersWhenASchemaInTheFolderIsBad() throws IOException {
        settings.put("sink.topics-pattern", "order.*");
        Files.writeString(folder.resolve("order.lines.schema.json"), "{}");

        Function<String, TopicDecoders.Found> others =
                Objects.requireNonNull(decoders().others());

        assertThat(others.apply("orders")).isInstanceOf(TopicDecoders.Found.Accepted.class);
        assertThat(others.apply("order.lines"))
                .isEqualTo(new TopicDecoders.Found.Refused(
                        folder.resolve("order.lines.schema.json") + "# must be of objects"));
    }

    private void isRefused(String message) {
        settings.putIfAbsent("sink.topics", "orders");
        assertThatThrownBy(this::topics).isInstanceOf(RuntimeException.class).hasMessage(message);
    }

    @Test
    void refusesAUnionIfThatIsSet() throws IOException {
        Files.writeString(
                folder.resolve("orders.schema.json"), SCHEMA.replace("\"number\"", "[\"number\", \"string\"]"));
        settings.put("sink.topic.orders.schema.untyped", "refuse");

        isRefused(folder.resolve("orders.schema.json") + "#/properties/total must be of one type, with or without null,"
                + " but was of [INTEGER, FRACTION, STRING]");
    }

    @Test
    void readsOtherFilesOfTheDirectoryThatASchemaRefersTo() throws IOException {
        Files.writeString(folder.resolve("money.json"), "{\"type\": \"boolean\"}");
        Files.writeString(
                folder.resolve("orders.schema.json"),
                SCHEMA.replace("{\"type\": \"number\"}", "{\"$ref\": \"money.json\"}"));
        settings.put("sink.topics", "orders");

        assertThat(topic("orders").schema().column("total").type()).isEqualTo(ColumnType.BOOLEAN);
    }

    @Test
    void namesThePlacesOfAMissingSchema() {
        settings.put("sink.topics", "orders,returns");

        isRefused("topic returns: must have a schema: sink.topic.returns.schema, or a file returns.schema.json in"
                + " sink.schemas.directory");
    }

    @Test
    void namesTheSettingOfALayoutThatIsNotAPath() {
        settings.put("sink.topic.orders.layout", "/orders");

        isRefused(
                "topic orders: sink.topic.orders.layout must be a path like data/{topic}/date={date} but was /orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd-0", "zstd-23", "zstd"})
    void namesTheSettingOfAnUnknownCodec(String codec) {
        settings.put("sink.topic.orders.codec", codec);

        isRefused("topic orders: sink.topic.orders.codec must be zstd-1 to zstd-22, snappy or none but was " + codec);
    }

    @Test
    void refusesATimeZoneThatDoesNotExist() {
        settings.put("sink.topic.orders.time-zone", "Europe/Londn");

        isRefused("topic orders: time-zone must be one such as Europe/London or +02:00 but was Europe/Londn");
    }

    @Test
    void namesTheSettingOfAWindowThatDoesNotDivideADay() {
        settings.put("sink.window", "PT7H");

        isRefused("topic orders: sink.window must be whole seconds that divide a day but was PT7H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "+300000000-01-01T00:00:00Z"})
    void refusesAnEraThatBeginsAtATimeThatKafkaCannotFind(String time) {
        settings.put("sink.topic.orders.era", "1");
        settings.put("sink.topic.orders.land-from", time);

        isRefused("topic orders: land-from must be from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z but was " + time);
    }

    @Test
    void refusesALayoutByAMissingColumn() {
        settings.put("sink.layout", "{topic}/{field:region}");

        isRefused("topic orders: layout must take {field:region} from a text, uuid, integer or boolean of"
                + " urn:test:orders but was {topic}/{field:region}");
    }

    @Test
    void refusesALayoutByAColumnWithoutOneTextPerValue() {
        settings.put("sink.layout", "{topic}/{field:total}");

        isRefused("topic orders: layout must take {field:total} from a text, uuid, integer or boolean of"
                + " urn:test:orders but was {topic}/{field:total}");
    }

    @Test
    void refusesAKeyThatIsAlsoAColumn() {
        settings.put("sink.layout", "{topic}/Country={date}");

        isRefused("topic orders: layout must not use the column country as the key of something else but was"
                + " {topic}/Country={date}");
    }

    @Test
    void refusesToMixRowsWithDeadLetters() throws IOException {
        Files.writeString(folder.resolve("dead_letters.schema.json"), SCHEMA);
        settings.put("sink.topics", "dead_letters");

        isRefused("topic dead_letters: layout must not be below data/dead_letters/ but was"
                + " data/{topic}/date={date}/hour={hour}");
    }

    @Test
    void refusesALayoutThatNoCommitCouldHold() {
        String template = "a/".repeat(2000) + "{date}";
        settings.put("sink.layout", template);

        isRefused("topic orders: layout must make keys of at most 1024 bytes but makes 4063 by " + template);
    }

    @Test
    void refusesSettingsOfATopicThatIsNotLanded() {
        settings.put("sink.topics", "orders");
        settings.put("sink.topic.odrers.window", "P1D");

        isRefused("sink.topic.odrers must name a topic that is landed but those are [orders]");
    }

    @Test
    void refusesANameInOtherCaseUnlessItComesFromTheEnvironment() {
        settings.put("sink.topics", "Orders");
        settings.put("sink.topic.Orders.schema", "orders.schema.json");
        settings.put("sink.topic.Orders.window", "P1D");
        settings.put("sink.topic.orders.window", "P1D");

        isRefused("sink.topic.orders must name a topic that is landed but those are [Orders]");
        variables.add("SINK_TOPIC_ORDERS_WINDOW");
        assertThat(topic("Orders").layout().window()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesRecordSettingsOfATopicThatIsNotLanded() {
        settings.put("sink.topics", "orders");
        settings.put("sink.topic.odrers.tombstones", "keep");

        isRefused("sink.topic.odrers must name a topic that is landed but those are [orders]");
    }

    @Test
    void refusesASchemaDirectoryThatDoesNotExist() {
        settings.put("sink.schemas.directory", folder.resolve("nowhere").toString());

        isRefused("sink.schemas.directory must be a folder but was " + folder.resolve("nowhere"));
    }

    @Test
    void refusesAnEmptyTimeRange() {
        settings.put("sink.event-time.not-before", "2200-01-01T00:00:00Z");

        isRefused("sink.event-time.not-before must be before 2100-01-01T00:00:00Z but was 2200-01-01T00:00:00Z");
    }
}
