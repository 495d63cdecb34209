package smartcity.sink;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A topic whose only broker is down, beside one that can be read.
@Tag("long")
class LeaderlessTopicIT {
    private static final String STEADY = "steady";
    private static final String LEADERLESS = "leaderless";
    private static final List<String> TOPICS = List.of(STEADY, LEADERLESS);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    void waitsAlone(String protocol) throws Exception {
        RunbookSteps steps = new RunbookSteps(LocalBucket.create(), folder, TOPICS);
        DiskKafka.writeSchemas(folder.resolve("schemas"), TOPICS);
        Map<String, String> settings = Map.of("sink.group-protocol", protocol, "sink.threads", "1");
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(List.of(STEADY));
            // So that the group's own topic is not on the second broker.
            kafka.moveOffset("other", STEADY, 0);
            try (SecondBroker second = new SecondBroker(kafka, folder.resolve("second"))) {
                second.create(LEADERLESS);
                TOPICS.forEach(topic -> kafka.send(topic, "first", 0, 99));
                second.stop();

                try (SinkProcess sink = steps.start(kafka, settings)) {
                    steps.awaitLanded(STEADY, 0, "first 0-99");
                    kafka.send(STEADY, "first", 100, 119);
                    steps.awaitLanded(STEADY, 0, "first 0-119");
                    second.startAgain();
                    steps.awaitLanded(LEADERLESS, 0, "first 0-99");
                    second.stop();
                    kafka.send(STEADY, "first", 120, 139);
                    steps.awaitLanded(STEADY, 0, "first 0-139");
                    second.startAgain();
                    kafka.send(LEADERLESS, "first", 100, 119);
                    steps.awaitLanded(LEADERLESS, 0, "first 0-119");
                    steps.stop(sink);
                }
            }
        }
    }
}
