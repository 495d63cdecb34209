package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;
import smartcity.sink.loop.WideRecords;

/// The packaged sink, with its own options of the JVM, and a topic of which its memory holds a few records at a time.
@Tag("long")
class WideRecordsIT {
    private static final String TOPIC = "wide_records";
    private static final Duration SOON = Duration.ofMinutes(3);

    private final TestKafka kafka = TestKafka.shared();
    private final LocalBucket bucket = LocalBucket.create();
    private final LandedObjects landed = new LandedObjects(bucket);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void landsAllOfThemThoughItIsKilledInTheMiddle() throws Exception {
        Path schemas = Files.createDirectory(folder.resolve("schemas"));
        Files.writeString(schemas.resolve(TOPIC + ".schema.json"), WideRecords.schema(4_000));
        kafka.create(List.of(TOPIC));
        int number = 0;
        for (String value : WideRecords.of(4_000)) {
            kafka.send(TOPIC, number++, value);
        }
        kafka.flush();
        // Only memory closes a batch before it is killed.
        Map<String, String> settings = Map.of(
                "sink.topics",
                TOPIC,
                "sink.group",
                TOPIC,
                "sink.schemas.directory",
                schemas.toString(),
                "sink.rollover.max-age",
                "PT10M");

        try (SinkProcess sink = SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !landed.objects("data/" + TOPIC + "/").isEmpty());
            sink.process().destroyForcibly().waitFor();
        }
        try (SinkProcess sink = SinkProcess.start(kafka.servers(), bucket, folder.resolve("sink.log"), settings)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.ready()).isTrue());
            await().atMost(SOON).untilAsserted(() -> {
                sink.request("POST", "/sink/flush");
                assertThat(landed.landed(TOPIC))
                        .as(sink.logged())
                        .isEqualTo(new Landed(WideRecords.COUNT, WideRecords.COUNT));
            });
            sink.process().destroy();
            assertThat(sink.exitCode()).isEqualTo(143);
            assertThat(sink.logged()).doesNotContain("OutOfMemoryError");
        }
    }
}
