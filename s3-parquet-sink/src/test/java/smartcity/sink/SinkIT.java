package smartcity.sink;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged sink between a real Kafka and a real S3 endpoint, read back by DuckDB.
class SinkIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> TOPICS =
            List.of("vehicle_data", "gps_data", "traffic_data", "weather_data", "emergency_data");

    private static final String SHOP_SCHEMA = """
            {"$id": "urn:test:shop", "type": "object", "required": ["timestamp", "country"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "country": {"type": "string"}}}""";

    private static EmbeddedKafkaBroker broker;
    private static Producer<String, String> producer;

    private final List<Future<?>> sent = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void startKafka() throws ExecutionException, InterruptedException {
        broker = new EmbeddedKafkaBroker().start();
        create(TOPICS);
        // One request at a time: two can overtake each other on a new partition, and one is then refused (KAFKA-15591).
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka(), "linger.ms", 5, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterAll
    static void stopKafka() {
        producer.close();
        broker.close();
    }

    private static void create(List<String> topics) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static String kafka() {
        return broker.getAdvertisedListeners().replaceFirst(".*://", "");
    }

    @Test
    void landsEveryRecordOnceWithPoisonInDeadLetters() throws Exception {
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0);
                SinkProcess sink = start(bucket, "PT1S")) {
            for (int i = 0; i < 3000; i++) {
                send("weather_data", i, i % 100 == 7 ? "{\"deviceId\":\"" : weather(i));
            }
            flush();

            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(landed(bucket, "weather_data")).isEqualTo(new Landed(3000, 3000)));

            assertThat(query("select count(*) from " + files(objects(bucket, "data/dead_letters/topic=weather_data/"))
                            + " where reason like 'value must be JSON but ended at byte %'"))
                    .isEqualTo(30);
            assertThat(sink.status()).contains("\"landed\":3000", "\"deadLetters\":30");
        }
    }

    @Test
    void landsEveryRecordOnceThoughItIsKilledInTheMiddleOfFlushes() throws Exception {
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0)) {
            int sent = 0;
            for (int round = 0; round < 2; round++) {
                try (SinkProcess sink = start(bucket, "PT0.3S")) {
                    await().atMost(SOON)
                            .untilAsserted(() -> assertThat(sink.ready()).isTrue());
                    int objects = objects(bucket, "data/gps_data/").size();
                    for (int i = 0; i < 5000; i++) {
                        send("gps_data", sent, gps(sent++));
                    }
                    flush();
                    await().pollInterval(Duration.ofMillis(2))
                            .atMost(SOON)
                            .untilAsserted(() -> assertThat(objects(bucket, "data/gps_data/"))
                                    .hasSizeGreaterThan(objects));
                    sink.process().destroyForcibly();
                    sink.exitCode();
                }
            }
            try (SinkProcess sink = start(bucket, "PT1S")) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(sink.ready()).isTrue());
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(landed(bucket, "gps_data")).isEqualTo(new Landed(10_000, 10_000)));
            }
        }
    }

    @Test
    void landsWhatItHoldsWhenItIsTerminatedAndWhenItIsAsked() throws Exception {
        Map<String, String> settings =
                Map.of("sink.rollover.max-age", "PT1H", "sink.group", "late", "sink.city.weather", "late_weather");
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0);
                SinkProcess sink = SinkProcess.start(kafka(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains("[\"late_weather\"]"));
            create(List.of("late_weather"));
            for (int i = 0; i < 1000; i++) {
                send("late_weather", i, weather(i));
            }
            flush();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(sink.status()).containsPattern("\"late_weather\":\\{[^\\[]*\"held\":1000,"));
            assertThat(landed(bucket, "late_weather")).isEqualTo(new Landed(0, 0));

            HttpResponse<String> answer = sink.ask("POST", "/sink/flush");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(landed(bucket, "late_weather")).isEqualTo(new Landed(1000, 1000));
            send("late_weather", 1, weather(1));
            flush();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(sink.status()).containsPattern("\"late_weather\":\\{[^\\[]*\"held\":1,"));

            sink.process().destroy();

            assertThat(sink.exitCode()).as(sink.logged()).isIn(0, 143);
            assertThat(landed(bucket, "late_weather")).isEqualTo(new Landed(1001, 1001));
        }
    }

    @Test
    void landsTopicsThatMatchAPatternAsSoonAsTheyAreThereWithASchema() throws Exception {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(schemas.resolve("shop_orders.schema.json"), SHOP_SCHEMA);
        Map<String, String> settings = Map.of(
                "sink.topics-pattern", "shop_.*",
                "sink.schemas.directory", schemas.toString(),
                "sink.layout", "shop/{topic}/{field:country}/date={date}",
                "sink.rollover.max-age", "PT0.5S",
                "sink.group", "shop");
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0);
                SinkProcess sink = SinkProcess.start(kafka(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());

            create(List.of("shop_orders", "shop_returns", "unrelated"));
            for (int i = 0; i < 1000; i++) {
                send(i % 2 == 0 ? "shop_orders" : "shop_returns", i, order(i % 3 == 0 ? "GB" : "IE"));
            }
            flush();

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows(bucket, "shop/shop_orders/country=GB/"))
                            .isEqualTo(167));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(rows(bucket, "shop/shop_orders/country=IE/"))
                            .isEqualTo(333));
            assertThat(sink.status())
                    .contains("\"refusedTopics\":{\"shop_returns\":\"topic shop_returns: must have a schema");
            Files.writeString(schemas.resolve("shop_returns.schema.json"), SHOP_SCHEMA);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(rows(bucket, "shop/shop_returns/")).isEqualTo(500));
            assertThat(sink.status()).contains("\"refusedTopics\":{}");
        }
    }

    private static String order(String country) {
        return "{\"timestamp\":\"2026-11-23T10:00:00Z\",\"country\":\"" + country + "\"}";
    }

    private static long rows(LocalBucket bucket, String path) throws IOException, SQLException {
        List<String> objects = objects(bucket, path);
        return objects.isEmpty() ? 0 : query("select count(*) from " + files(objects));
    }

    @Test
    void endsWithBucketKeyAndReasonWhenItsCredentialsAreWrong() throws Exception {
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0);
                SinkProcess sink = SinkProcess.start(
                        kafka(),
                        bucket,
                        folder.resolve("sink.log"),
                        Map.of(
                                "quarkus.s3.aws.credentials.type", "static",
                                "quarkus.s3.aws.credentials.static-provider.access-key-id", "nobody",
                                "quarkus.s3.aws.credentials.static-provider.secret-access-key", "nothing"))) {
            assertThat(sink.exitCode()).isEqualTo(1);
            assertThat(sink.logged()).containsPattern("Failed to write to bucket s3://lake/_sink/probe: .*403");
        }
    }

    @Test
    void endsWithBucketKeyAndReasonWhenThereIsNoBucket() throws Exception {
        try (LocalBucket bucket = LocalBucket.start(folder.resolve("s3"), "lake", 0);
                SinkProcess sink = SinkProcess.start(
                        kafka(), bucket, folder.resolve("sink.log"), Map.of("sink.bucket", "nowhere"))) {
            assertThat(sink.exitCode()).isEqualTo(1);
            assertThat(sink.logged()).containsPattern("Failed to write to bucket s3://nowhere/_sink/probe: .*404");
        }
    }

    private static String gps(int i) {
        return """
                {"id":"00000000-0000-4000-8000-%012d","deviceId":"vehicle-%d","timestamp":"2026-11-23T%02d:00:00.%06dZ",
                "speed":88.5,"direction":"NW","heading":311.25,"vehicleType":"Car",
                "location":{"latitude":51.%d,"longitude":-0.5},"accuracy":3.5,"satellites":11}""".formatted(i, i % 500, i % 24, i, i);
    }

    private void send(String topic, int number, String value) {
        sent.add(producer.send(new ProducerRecord<>(topic, "device-" + number % 50, value)));
    }

    private void flush() throws ExecutionException, InterruptedException {
        for (Future<?> one : sent) {
            one.get();
        }
        sent.clear();
    }

    private SinkProcess start(LocalBucket bucket, String maxAge) {
        return SinkProcess.start(
                kafka(),
                bucket,
                folder.resolve("sink.log"),
                Map.of("sink.rollover.max-age", maxAge, "sink.group", "sink-" + folder.getFileName()));
    }

    private static String weather(int i) {
        return """
                {"id":"00000000-0000-4000-8000-%012d","deviceId":"station-%d","location":{"latitude":51.5,"longitude":-0.12},
                "timestamp":"2026-11-23T%02d:00:00.%06dZ","temperature":%d.5,"weatherCondition":"Light rain","weatherCode":61,
                "precipitation":0.4,"windSpeed":12.25,"windDirection":270,"humidity":81,"airQualityIndex":42,"daqi":2,
                "visibility":9000.0,"pressure":1013.25}""".formatted(i, i % 50, i % 3, i, i % 30);
    }

    private record Landed(long rows, long distinctOffsets) {}

    /// Rows and dead letters of the topic, by where in Kafka they come from.
    private static Landed landed(LocalBucket bucket, String topic) throws IOException, SQLException {
        List<String> objects = objects(bucket, "data/" + topic + "/", "data/dead_letters/topic=" + topic + "/");
        if (objects.isEmpty()) {
            return new Landed(0, 0);
        }
        String files = files(objects);
        return new Landed(
                query("select count(*) from " + files),
                query("select count(distinct (kafka_partition, kafka_offset)) from " + files));
    }

    private static String files(List<String> objects) {
        return objects.stream()
                .map(object -> "'" + object + "'")
                .collect(joining(",", "read_parquet([", "], union_by_name = true, hive_partitioning = false)"));
    }

    private static List<String> objects(LocalBucket bucket, String... folders) throws IOException {
        try (Stream<Path> files = Files.walk(bucket.folder().resolve(bucket.name()))) {
            return files.map(Path::toString)
                    .filter(file ->
                            file.endsWith(".parquet") && Arrays.stream(folders).anyMatch(file::contains))
                    .toList();
        }
    }

    private static long query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
