package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import smartcity.sink.LandedObjects.Landed;

/// The requests of an operator to the packaged sink.
@Execution(ExecutionMode.CONCURRENT)
class OperationsIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "operated_gps";

    private final TestKafka kafka = TestKafka.shared();

    @TempDir
    private Path folder;

    private void produce(int first, int records) {
        for (int i = first; i < first + records; i++) {
            kafka.send(TOPIC, i, TestRecords.gps(i));
        }
        kafka.flush();
    }

    private SinkProcess start(LocalBucket bucket) {
        return SinkProcess.start(
                kafka.servers(),
                bucket,
                folder.resolve("sink.log"),
                Map.of(
                        "sink.group", "operated",
                        "sink.threads", "2",
                        "sink.rollover.max-age", "PT1H",
                        "sink.city.gps", TOPIC,
                        "sink.log-json", "true"));
    }

    private static void answers(SinkProcess sink, String path, String... parts) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(sink.request("GET", path).body()).contains(parts));
    }

    @Test
    void isPausedFlushedAndResumedAndSaysSo() throws Exception {
        kafka.create(List.of(TOPIC));
        LocalBucket bucket = LocalBucket.create();
        try (SinkProcess sink = start(bucket)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            produce(0, 300);
            answers(sink, "/sink/status", "\"heldRecords\":300,", "\"protocol\":\"CONSUMER\"");

            assertThat(sink.request("POST", "/sink/pause").body()).isEqualTo("{\"paused\":true}");
            answers(sink, "/sink/status", "\"paused\":\"requested\"");
            produce(300, 90);
            answers(sink, "/q/health/ready", "\"status\": \"UP\"", "\"paused\": \"requested\"");
            answers(sink, "/sink/status", "\"held\":300,\"lag\":90,");
            answers(sink, "/q/metrics", "sink_paused 1.0", "sink_lag_offsets{partition=\"0\",topic=\"operated_gps\"}");

            HttpResponse<String> wrong = sink.request("POST", "/sink/flush?timeout=soon");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("timeout must be a positive duration like PT30S but was soon");
            assertThat(sink.request("GET", "/sink/flush").statusCode()).isEqualTo(405);
            assertThat(sink.request("GET", "/sink/nothing").statusCode()).isEqualTo(404);

            assertThat(sink.request("POST", "/sink/flush").body()).isEqualTo("{\"landed\":300}");
            assertThat(new LandedObjects(bucket).landed(TOPIC)).isEqualTo(new Landed(300, 300));
            assertThat(sink.request("POST", "/sink/resume").body()).isEqualTo("{\"paused\":false}");
            answers(sink, "/sink/status", "\"held\":90,\"lag\":0,");

            answers(
                    sink,
                    "/q/metrics",
                    "sink_paused 0.0",
                    "sink_records_total{topic=\"operated_gps\"} 300.0",
                    "sink_cuts_total{cause=\"flush\",topic=\"operated_gps\"} 3.0",
                    "sink_flush_seconds_count{topic=\"operated_gps\"} 3",
                    "sink_turn_age_seconds{thread=\"1\"}",
                    "sink_memory_max_bytes",
                    "sink_rebalances_total{change=\"assigned\"}");
            assertThat(sink.request("GET", "/q/health/live").statusCode()).isEqualTo(200);
            assertThat(sink.logged())
                    .containsPattern("\"message\":\"Assigned\",.*\"mdc\":\\{[^}]*\"topic\":\"operated_gps\"");
        }
    }
}
