package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;

/// The requests of an operator to the packaged sink.
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

    private static AbstractStringAssert<?> assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return assertThat(answer.body())
                .contains("\"type\":\"about:blank\"", "\"status\":" + status)
                .doesNotContain("Exception", "java", "jackson");
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
            answers(sink, "/sink/status", "\"held\":300,\"remaining\":390,\"lag\":90,");
            answers(
                    sink,
                    "/q/metrics",
                    "sink_paused 1.0",
                    "sink_topics_refused 0.0",
                    "sink_store_failures_total 0.0",
                    "sink_dead_letters_total{topic=\"operated_gps\"} 0.0",
                    "sink_gone_offsets_total{topic=\"operated_gps\"} 0.0",
                    "sink_lag_offsets{partition=\"0\",topic=\"operated_gps\"}");

            assertProblem(sink.request("POST", "/sink/flush?timeout=soon"), 400)
                    .contains("\"detail\":\"timeout must be a positive duration like PT30S but was soon\"")
                    .contains("\"field\":\"timeout\"", "\"value\":\"soon\"");
            assertProblem(sink.request("GET", "/sink/flush"), 405);
            assertProblem(sink.request("GET", "/sink/nothing"), 404);
            assertProblem(sink.request("GET", "/nothing"), 404);
            assertProblem(sink.request("GET", "/q/nothing"), 404);
            assertProblem(sink.request("GET", "/sink/status", "Accept", "text/html"), 406);
            assertProblem(sink.request("POST", "/sink/resume", "Origin", "https://evil.example"), 403);
            assertProblem(sink.request("POST", "/sink/resume", "X-Forwarded-For", "192.0.2.7"), 403);
            assertThat(sink.request("GET", "/q/openapi?format=json").body())
                    .contains("/sink/flush", "application/problem+json");

            assertThat(sink.request("POST", "/sink/flush").body()).isEqualTo("{\"landed\":300}");
            assertThat(new LandedObjects(bucket).landed(TOPIC)).isEqualTo(new Landed(300, 300));
            assertThat(sink.request("POST", "/sink/resume").body()).isEqualTo("{\"paused\":false}");
            answers(sink, "/sink/status", "\"held\":90,\"remaining\":90,\"lag\":0,");

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
            assertProblem(sink.request("POST", "/sink/flush?timeout=PT0.000000001S"), 503);
        }
    }
}
