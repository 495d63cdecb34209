package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Topics that cannot be read, by a damaged log or by missing permission, beside one that can.
@Tag("long")
class UnreadableTopicIT {
    private static final String STEADY = "steady";
    private static final String DAMAGED = "damaged";
    private static final String FORBIDDEN = "forbidden";
    private static final String HIDDEN = "hidden";
    private static final List<String> TOPICS = List.of(STEADY, DAMAGED, FORBIDDEN, HIDDEN);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    void blockThemselvesAndNoOther(String protocol) throws Exception {
        RunbookSteps steps = new RunbookSteps(LocalBucket.create(), folder, TOPICS);
        DiskKafka.writeSchemas(folder.resolve("schemas"), TOPICS);
        Map<String, String> settings = Map.of("sink.group-protocol", protocol);
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(TOPICS);
            TOPICS.forEach(topic -> kafka.send(topic, "first", 0, 99));
            kafka.damage(DAMAGED, 60);
            kafka.forbidReading(FORBIDDEN);
            kafka.hide(HIDDEN);

            String damaged;
            String forbidden;
            String hidden;
            try (SinkProcess sink = steps.start(kafka, settings)) {
                steps.awaitLanded(STEADY, 0, "first 0-99");
                steps.awaitLanded(DAMAGED, 0, "first 0-59");
                damaged = RunbookSteps.awaitBlocked(sink, DAMAGED);
                forbidden = RunbookSteps.awaitBlocked(sink, FORBIDDEN);
                hidden = RunbookSteps.awaitBlocked(sink, HIDDEN);
                kafka.permitReading(FORBIDDEN);
                kafka.show(HIDDEN);
                steps.awaitLanded(HIDDEN, 0, "first 0-99");
                steps.awaitLanded(FORBIDDEN, 0, "first 0-99");
                kafka.forbidReading(FORBIDDEN);
                TOPICS.forEach(topic -> kafka.send(topic, "first", 100, 119));
                steps.awaitLanded(STEADY, 0, "first 0-119");
                assertThat(RunbookSteps.awaitBlocked(sink, FORBIDDEN)).contains("permit READ");
                sink.process().destroy();
                assertThat(sink.exitCode()).isEqualTo(143);
            }
            kafka.permitReading(FORBIDDEN);
            kafka.moveOffset(RunbookSteps.GROUP, DAMAGED, 61);
            try (SinkProcess sink = steps.start(kafka, settings)) {
                steps.awaitLanded(FORBIDDEN, 0, "first 0-119");
                steps.awaitLanded(DAMAGED, 0, "first 0-119, 119 rows, 119 different");
                steps.stop(sink);
            }

            assertThat(damaged)
                    .contains("damaged-0 cannot be read from offset 60 on")
                    .contains("is invalid");
            assertThat(forbidden).contains("forbidden-0 must be readable but Kafka refuses it");
            assertThat(hidden).contains("topic hidden must be readable but Kafka refuses to describe it");
        }
    }
}
