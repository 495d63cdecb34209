package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The traces of the packaged sink, as a collector receives them.
class TracesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "traced_gps";
    private static final String UNTRACED = "untraced_gps";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final TestKafka kafka = TestKafka.shared();

    @TempDir
    private Path folder;

    @Test
    void areSentOfEachCutAndItsObjectsWithALinkToTheTransactionOfItsRecords() throws Exception {
        kafka.create(List.of(TOPIC));
        for (int i = 0; i < 90; i++) {
            kafka.send(TOPIC, i, TestRecords.gps(i), Map.of("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        }
        kafka.flush();

        LocalBucket bucket = LocalBucket.create();
        try (TraceCollector collector = TraceCollector.start();
                SinkProcess sink = start(bucket, collector, Map.of("quarkus.otel.sdk.disabled", "false"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains("\"heldRecords\":90,"));
            assertThat(sink.request("POST", "/sink/flush").body()).isEqualTo("{\"landed\":90}");

            String transaction = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(collector.received())
                            .contains("s3-parquet-sink", "land", "put", TOPIC + "-0-0-", transaction));
        }
    }

    @Test
    void areNotMadeUnlessAsked() throws Exception {
        kafka.create(List.of(UNTRACED));
        for (int i = 0; i < 30; i++) {
            kafka.send(UNTRACED, i, TestRecords.gps(i));
        }
        kafka.flush();

        LocalBucket bucket = LocalBucket.create();
        try (TraceCollector collector = TraceCollector.start();
                SinkProcess sink =
                        start(bucket, collector, Map.of("sink.group", "untraced", "sink.city.gps", UNTRACED))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).contains("\"heldRecords\":30,"));
            sink.process().destroy(); // lands what is held, and would send what is left of traces
            assertThat(sink.exitCode()).isIn(0, 143);

            assertThat(new LandedObjects(bucket).landed(UNTRACED).rows()).isEqualTo(30);
            assertThat(collector.received()).isEmpty();
        }
    }

    private SinkProcess start(LocalBucket bucket, TraceCollector collector, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group", "traced",
                "sink.rollover.max-age", "PT1H",
                "sink.city.gps", TOPIC,
                "quarkus.otel.exporter.otlp.endpoint", collector.endpoint(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "PT0.1S"));
        settings.putAll(more);
        return SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings);
    }
}
