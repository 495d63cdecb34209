package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.LandedObjects.Landed;

/// Records of many megabytes, and the packaged sink with its own options of the JVM: a heap of 256 MiB.
@Tag("long")
class LargeRecordsIT {
    private static final List<String> LARGE = List.of("large_a", "large_b");
    private static final String TOO_LARGE = "too_large";
    private static final String STEADY = "steady";
    private static final Map<String, String> TWO_LOOPS = Map.of("sink.threads", "2");
    private static final int MEBIBYTE = 1 << 20;

    private final LocalBucket bucket = LocalBucket.create();
    private final LandedObjects landed = new LandedObjects(bucket);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void landWhereTheHeapHasRoomForThem() throws Exception {
        RunbookSteps steps = steps(LARGE);
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            for (String topic : LARGE) {
                kafka.create(topic, 64 * MEBIBYTE);
                for (int number = 0; number < 20; number++) {
                    kafka.sendLarge(topic, number, 7 * MEBIBYTE);
                }
            }

            try (SinkProcess sink = steps.start(kafka, TWO_LOOPS)) {
                awaitRows(sink, Map.of("large_a", 20, "large_b", 20));
                stop(sink);
            }
        }
    }

    @Test
    void blockTheirPartitionAloneWhereItHasNot() throws Exception {
        RunbookSteps steps = steps(List.of(TOO_LARGE, STEADY));
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(TOO_LARGE, 64 * MEBIBYTE);
            kafka.create(List.of(STEADY));
            kafka.sendLarge(TOO_LARGE, 0, MEBIBYTE);
            kafka.sendLarge(TOO_LARGE, 1, 40 * MEBIBYTE);

            try (SinkProcess sink = steps.start(kafka, TWO_LOOPS)) {
                String blocked = RunbookSteps.awaitBlocked(sink, TOO_LARGE);
                kafka.send(STEADY, "first", 0, 99);
                awaitRows(sink, Map.of(STEADY, 100, TOO_LARGE, 1));
                stop(sink);
                assertThat(blocked)
                        .contains("too_large-0 cannot be read from offset 1 on: this record has 419431")
                        .contains("with the heap of this process one may have 81");
            }
        }
    }

    private RunbookSteps steps(List<String> topics) throws IOException {
        DiskKafka.writeSchemas(folder.resolve("schemas"), topics);
        return new RunbookSteps(bucket, folder, topics);
    }

    private static void stop(SinkProcess sink) throws InterruptedException {
        sink.process().destroy();
        assertThat(sink.exitCode()).isEqualTo(143);
        assertThat(sink.logged()).doesNotContain("OutOfMemoryError");
    }

    private void awaitRows(SinkProcess sink, Map<String, Integer> rows) {
        await().atMost(RunbookSteps.SOON).untilAsserted(() -> {
            for (Map.Entry<String, Integer> topic : rows.entrySet()) {
                assertThat(landed.landed(topic.getKey()))
                        .as(topic.getKey() + sink.logged())
                        .isEqualTo(new Landed(topic.getValue(), topic.getValue()));
            }
        });
    }
}
