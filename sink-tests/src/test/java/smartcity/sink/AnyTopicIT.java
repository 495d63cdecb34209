package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;
import smartcity.sink.SinkProcess.Options;

/// The packaged sink with a topic, a schema and records as others have them, set up by environment variables alone.
class AnyTopicIT {
    private static final String TOPIC = "shop_events.v1";
    private static final String SCHEMA = """
            {"oneOf": [{"$ref": "#/$defs/Created"}, {"$ref": "#/$defs/Paid"}], "discriminator": {"propertyName": "type"},
             "$defs": {
              "Event": {"properties": {"type": {"type": "string"}, "id": {"type": ["integer", "string"]},
                "occurred_at": {"type": ["string", "null"], "format": "date-time"}, "payload": {"$ref": "debezium.json"}},
                "required": ["type", "id"]},
              "Created": {"allOf": [{"$ref": "#/$defs/Event"}, {"properties": {
                "items": {"type": "array", "items": {"type": "string"}}, "note": true}}]},
              "Paid": {"allOf": [{"$ref": "#/$defs/Event"}, {"required": ["amount"], "properties": {
                "amount": {"type": "number"}}}]}}}""";
    private static final long NANOSECONDS = 1_780_000_000_000_000_000L;
    private static final String PAYLOAD = """
            {"type": "object", "properties": {"source": {"type": "object", "properties": {"ts_ms": {"type": "integer"}}}}}""";

    private final TestKafka kafka = TestKafka.shared();
    private final LocalBucket bucket = LocalBucket.create();

    @TempDir
    private Path folder;

    private Options environment(Path schemas) {
        return new Options(
                Map.of(),
                Map.of(
                        "SINK_TOPICS", TOPIC,
                        "SINK_GROUP", "shop",
                        "SINK_SCHEMAS_DIRECTORY", schemas.toString(),
                        "SINK_ROLLOVER_MAX_AGE", "PT1S",
                        "SINK_TOPIC_SHOP_EVENTS_V1_EVENT_TIME_FIELD", "occurred_at",
                        "SINK_TOPIC_SHOP_EVENTS_V1_EVENT_TIME_FALLBACK", "payload.source.ts_ms:millis",
                        "SINK_TOPIC_SHOP_EVENTS_V1_TIME_ZONE", "Europe/London",
                        "SINK_TOPIC_SHOP_EVENTS_V1_SCHEMA_REGISTRY_PREFIX", "skip"),
                List.of());
    }

    private void send() throws Exception {
        long noon = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();
        // Otherwise the broker refuses a timestamp of the future.
        kafka.create(List.of(TOPIC), Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
        kafka.send(
                TOPIC,
                1,
                "{\"type\":\"created\",\"id\":1,\"occurred_at\":\"2026-07-01 11:30:00\",\"items\":[\"a\"],\"note\":[2.5]}");
        kafka.send(
                TOPIC,
                2,
                "\0\0\0\0\1{\"type\":\"paid\",\"id\":\"x\",\"amount\":2.5,\"occurred_at\":null,"
                        + "\"payload\":{\"source\":{\"ts_ms\":" + noon + "}}}");
        kafka.send(TOPIC, 3, "{\"type\":\"paid\",\"id\":3}");
        kafka.send(TOPIC, 4, "\ufeff{\"type\":\"paid\",\"id\":4}");
        kafka.sendAt(NANOSECONDS, TOPIC, 5, "{\"type\":\"paid\",\"id\":5,\"amount\":1}");
        kafka.sendAt(Long.MAX_VALUE, TOPIC, 6, "{\"type\":\"paid\",\"id\":6,\"amount\":1}");
        kafka.flush();
    }

    @Test
    void landsWhatOthersWrite() throws Exception {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(schemas.resolve(TOPIC + ".schema.json"), SCHEMA);
        Files.writeString(schemas.resolve("debezium.json"), PAYLOAD);
        LandedObjects landed = new LandedObjects(bucket);
        send();

        try (SinkProcess sink =
                SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), environment(schemas))) {
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() ->
                            assertThat(landed.landed(TOPIC)).as(sink.logged()).isEqualTo(new Landed(6, 6)));
        }

        String rows = LandedObjects.files(landed.objects("data/" + TOPIC + "/"));
        String letters = LandedObjects.files(landed.objects("data/dead_letters/topic=" + TOPIC + "/"));
        assertThat(landed.objects("data/" + TOPIC + "/date=2026-07-01/hour=10/"))
                .hasSize(1);
        assertThat(landed.objects("data/" + TOPIC + "/date=2026-07-01/hour=12/"))
                .hasSize(1);
        assertThat(LandedObjects.query("select count(*) from " + rows)).isEqualTo(3);
        assertThat(LandedObjects.query("select count(*) from " + rows
                        + " where id::varchar = '1' and (note->>'$[0]') = '2.5' and items = ['a'] and amount is null"
                        + " and occurred_at = timestamptz '2026-07-01 10:30:00+00'"))
                .isEqualTo(1);
        assertThat(
                        LandedObjects.query(
                                "select count(*) from " + rows
                                        + " where id::varchar = '\"x\"' and amount = 2.5 and payload.source.ts_ms > 0 and note is null"))
                .isEqualTo(1);
        assertThat(
                        LandedObjects.query(
                                "select count(*) from " + letters
                                        + " where reason = 'value must be JSON in UTF-8 but was UTF-8 with a byte order mark (EF BB BF)'"))
                .isEqualTo(1);
        assertThat(LandedObjects.query("select count(*) from "
                        + LandedObjects.files(landed.objects("data/dead_letters/topic=" + TOPIC + "/date=1970-01-01/"))
                        + " where kafka_timestamp is null and regexp_extract(reason, '\\d+$') in ('" + NANOSECONDS
                        + "', '"
                        + Long.MAX_VALUE + "')"))
                .isEqualTo(2);
    }
}
