package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;

/// The packaged sink between a real Kafka and a real S3 endpoint, read back by DuckDB.
class SinkIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SHOP_SCHEMA = """
            {"$id": "urn:test:shop", "type": "object", "required": ["timestamp", "country"], "properties": {
             "timestamp": {"type": "string", "format": "date-time"}, "country": {"type": "string"}}}""";

    private final TestKafka kafka = TestKafka.shared();

    @TempDir
    private Path folder;

    @Test
    void landsEveryRecordOnceWithBrokenOnesAsDeadLetters() throws Exception {
        landsRecordsAndDeadLetters("auto");
    }

    @Test
    @Tag("long")
    void landsEveryRecordOnceWithBrokenOnesAsDeadLettersByTheClassicProtocol() throws Exception {
        landsRecordsAndDeadLetters("classic");
    }

    private void landsRecordsAndDeadLetters(String protocol) throws Exception {
        String topic = protocol + "_weather";
        kafka.create(List.of(topic));
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = start(bucket, topic, "PT1S", protocol)) {
            for (int i = 0; i < 3000; i++) {
                kafka.send(topic, i, i % 100 == 7 ? "{\"deviceId\":\"" : TestRecords.weather(i));
            }
            kafka.flush();

            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(in(bucket).landed(topic)).isEqualTo(new Landed(3000, 3000)));

            assertThat(LandedObjects.query("select count(*) from "
                            + LandedObjects.files(in(bucket).objects("data/dead_letters/topic=" + topic + "/"))
                            + " where reason like 'value must be JSON but ended at byte %'"))
                    .isEqualTo(30);
            // Objects are stored before their cuts are committed and counted.
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sink.status()).contains("\"landed\":3000", "\"deadLetters\":30"));
        }
    }

    @Test
    void landsEveryRecordOnceAfterItWasKilledDuringFlushes() throws Exception {
        killsTheSinkDuringFlushes("consumer");
    }

    @Test
    @Tag("long")
    void landsEveryRecordOnceAfterItWasKilledDuringFlushesByTheClassicProtocol() throws Exception {
        killsTheSinkDuringFlushes("classic");
    }

    private void killsTheSinkDuringFlushes(String protocol) throws Exception {
        String topic = protocol + "_gps";
        kafka.create(List.of(topic));
        LocalBucket bucket = LocalBucket.create();
        int sent = 0;
        for (int round = 0; round < 2; round++) {
            try (SinkProcess sink = start(bucket, topic, "PT0.3S", protocol)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(sink.ready()).isTrue());
                int objects = in(bucket).objects("data/" + topic + "/").size();
                for (int i = 0; i < 5000; i++) {
                    kafka.send(topic, sent, TestRecords.gps(sent++));
                }
                kafka.flush();
                await().pollInterval(Duration.ofMillis(2))
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(in(bucket).objects("data/" + topic + "/"))
                                .hasSizeGreaterThan(objects));
                sink.process().destroyForcibly();
                sink.exitCode();
            }
        }
        try (SinkProcess sink = start(bucket, topic, "PT1S", protocol)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(in(bucket).landed(topic)).isEqualTo(new Landed(10_000, 10_000)));
        }
    }

    @Test
    void landsHeldRecordsOnAFlushRequestAndOnTermination() throws Exception {
        Map<String, String> settings =
                Map.of("sink.rollover.max-age", "PT1H", "sink.group", "late", "sink.city.weather", "late_weather");
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sink.status())
                            .contains("[\"absent_emergency\",\"absent_gps\",\"absent_traffic\",\"absent_vehicle\","
                                    + "\"late_weather\"]"));
            kafka.create(List.of("late_weather"));
            for (int i = 0; i < 1000; i++) {
                kafka.send("late_weather", i, TestRecords.weather(i));
            }
            kafka.flush();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(sink.status()).containsPattern("\"late_weather\":\\{[^\\[]*\"held\":1000,"));
            assertThat(in(bucket).landed("late_weather")).isEqualTo(new Landed(0, 0));

            HttpResponse<String> answer = sink.request("POST", "/sink/flush");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(in(bucket).landed("late_weather")).isEqualTo(new Landed(1000, 1000));
            kafka.send("late_weather", 1, TestRecords.weather(1));
            kafka.flush();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(sink.status()).containsPattern("\"late_weather\":\\{[^\\[]*\"held\":1,"));

            sink.process().destroy();

            assertThat(sink.exitCode()).as(sink.logged()).isIn(0, 143);
            assertThat(in(bucket).landed("late_weather")).isEqualTo(new Landed(1001, 1001));
        }
    }

    @Test
    void landsTopicsThatMatchAPatternAsSoonAsTheyHaveASchema() throws Exception {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(schemas.resolve("shop_orders.schema.json"), SHOP_SCHEMA);
        Map<String, String> settings = Map.of(
                "sink.topics-pattern", "shop_.*",
                "sink.schemas.directory", schemas.toString(),
                "sink.layout", "shop/{topic}/{field:country}/date={date}",
                "sink.rollover.max-age", "PT0.5S",
                "sink.group", "shop");
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());

            kafka.create(List.of("shop_orders", "shop_returns", "unrelated"));
            for (int i = 0; i < 1000; i++) {
                kafka.send(i % 2 == 0 ? "shop_orders" : "shop_returns", i, order(i % 3 == 0 ? "GB" : "IE"));
            }
            kafka.flush();

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
        List<String> objects = in(bucket).objects(path);
        return objects.isEmpty() ? 0 : LandedObjects.query("select count(*) from " + LandedObjects.files(objects));
    }

    @Test
    void endsWithBucketKeyAndReasonWhenItsCredentialsAreWrong() throws Exception {
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = SinkProcess.start(
                kafka.servers(),
                bucket,
                folder.resolve("sink.log"),
                Map.of(
                        "quarkus.s3.aws.credentials.type", "static",
                        "quarkus.s3.aws.credentials.static-provider.access-key-id", "nobody",
                        "quarkus.s3.aws.credentials.static-provider.secret-access-key", "nothing"))) {
            assertThat(sink.exitCode()).isEqualTo(1);
            assertThat(sink.logged())
                    .containsPattern("Failed to write to bucket s3://" + bucket.name() + "/_sink/probe: .*403");
        }
    }

    @Tag("long")
    @Test
    void endsWithBucketKeyAndReasonWhenThereIsNoBucket() throws Exception {
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = SinkProcess.start(
                kafka.servers(), bucket, folder.resolve("sink.log"), Map.of("sink.bucket", "nowhere"))) {
            assertThat(sink.exitCode()).isEqualTo(1);
            assertThat(sink.logged()).containsPattern("Failed to write to bucket s3://nowhere/_sink/probe: .*404");
        }
    }

    private SinkProcess start(LocalBucket bucket, String topic, String maxAge, String protocol) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.rollover.max-age",
                maxAge,
                "sink.group",
                topic,
                "sink.group-protocol",
                protocol,
                topic.endsWith("_gps") ? "sink.city.gps" : "sink.city.weather",
                topic));
        if (protocol.equals("classic")) {
            settings.put("kafka.session.timeout.ms", Integer.toString(TestKafka.SESSION_TIMEOUT_MILLIS));
        }
        return SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings);
    }

    private static LandedObjects in(LocalBucket bucket) {
        return new LandedObjects(bucket);
    }
}
