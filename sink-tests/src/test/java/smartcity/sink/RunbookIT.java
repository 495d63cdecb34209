package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The procedures of docs/sink-runbook.md, step by step as they stand there, but for those of [MirrorMakerIT]
/// and [UnreadableTopicIT]. Each begins with the records 0 to 99 landed in cuts of which one ends behind
/// record 59. Over 200 lines, as it carries out a page.
@Tag("long")
class RunbookIT {
    private static final String TOPIC = "numbered";

    private final LocalBucket bucket = LocalBucket.create();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @SuppressWarnings("NullAway.Init") // each test begins with a new one
    private DiskKafka kafka;

    @SuppressWarnings("NullAway.Init") // made with the folder
    private RunbookSteps steps;

    @BeforeEach
    void landAHundredRecords() throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), List.of(TOPIC));
        kafka = new DiskKafka(folder.resolve("kafka"));
        kafka.create(List.of(TOPIC));
        steps = new RunbookSteps(bucket, folder, List.of(TOPIC));
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 0, 59);
            steps.awaitLanded(TOPIC, 0, "first 0-59");
            kafka.send(TOPIC, "first", 60, 99);
            steps.awaitLanded(TOPIC, 0, "first 0-99");
            steps.stop(sink);
        }
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void reLandsAPeriod() throws Exception {
        kafka.send(TOPIC, "first", 100, 119);
        String skips = steps.dryRun(kafka, eraFrom(110));
        String forecast = steps.dryRun(kafka, eraFrom(50));
        try (SinkProcess sink = steps.start(kafka, eraFrom(50))) {
            steps.awaitLanded(TOPIC, 1, "first 50-119");
            steps.stop(sink);
        }

        assertThat(skips)
                .startsWith("exit code 0\n")
                .contains(
                        "partition 0 continues at 110, where the new era begins; it skips offsets 100 to 109, which did"
                                + " not land; lag 10");
        assertThat(forecast)
                .startsWith("exit code 0\n")
                .contains("partition 0 continues at 50, where the new era begins; lag 70");
        assertThat(steps.landed(TOPIC, 0)).containsExactly("first 0-99");
        assertThat(steps.audit(kafka, RunbookSteps.GROUP)).isEmpty();
    }

    /// The settings of an era that begins with that record.
    private static Map<String, String> eraFrom(int number) {
        return RunbookSteps.eraFrom(
                TOPIC, 1, DiskKafka.FIRST.plusSeconds(number).toString());
    }

    @Test
    void renamesAGroup() throws Exception {
        Path marker = bucket.folder().resolve("_sink/topics/" + TOPIC + "/era-0.json");
        Files.writeString(marker, Files.readString(marker).replace("\"runbook\"", "\"renamed\""));
        try (SinkProcess sink = steps.start(kafka, Map.of("sink.group", "renamed"))) {
            kafka.send(TOPIC, "first", 100, 119);
            steps.awaitLanded(TOPIC, 0, "first 0-119");
            steps.stop(sink);
        }

        assertThat(steps.audit(kafka, "renamed")).isEmpty();
        kafka.deleteGroup(RunbookSteps.GROUP);
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            assertThat(RunbookSteps.awaitBlocked(sink, TOPIC))
                    .contains("is landed under this prefix by group renamed but this is group runbook");
        }
    }

    @Test
    void restoresKafkaFromACopy() throws Exception {
        Path copy = folder.resolve("copy");
        kafka.stop();
        copy(folder.resolve("kafka"), copy);
        kafka.startAgain();
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 100, 149);
            steps.awaitLanded(TOPIC, 0, "first 0-149");
            steps.stop(sink);
        }
        kafka.restore(copy);

        kafka.deleteOffset(RunbookSteps.GROUP, TOPIC);
        String ended = steps.dryRun(kafka, Map.of());
        kafka.send(TOPIC, "second", 100, 179);
        String other;
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            other = RunbookSteps.awaitBlocked(sink, TOPIC);
        }
        try (SinkProcess sink = steps.start(kafka, eraFrom(100))) {
            steps.awaitLanded(TOPIC, 1, "second 100-179");
            steps.stop(sink);
        }

        assertThat(ended).startsWith("exit code 1\n").contains("must reach offset 150 but ends at 100");
        assertThat(other).contains("numbered-0-").contains("checksum");
        assertThat(steps.landed(TOPIC, 0)).containsExactly("first 0-149");
        assertThat(steps.audit(kafka, RunbookSteps.GROUP)).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void restoresTheEndOfABucket() throws Exception {
        deleteObjectsFrom60To99();
        assertThat(steps.audit(kafka, RunbookSteps.GROUP))
                .singleElement()
                .asString()
                .startsWith("GAP numbered-0 offsets 60-99");

        kafka.deleteOffset(RunbookSteps.GROUP, TOPIC);
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 100, 119);
            steps.awaitLanded(TOPIC, 0, "first 0-119");
            steps.stop(sink);
        }

        assertThat(steps.audit(kafka, RunbookSteps.GROUP)).isEmpty();
    }

    private void deleteObjectsFrom60To99() throws IOException {
        for (String object : new LandedObjects(bucket)
                .objects("/" + TOPIC + "-0-6", "/" + TOPIC + "-0-7", "/" + TOPIC + "-0-8", "/" + TOPIC + "-0-9")) {
            Files.delete(Path.of(object));
        }
    }

    @Test
    void restoresARangeInTheMiddleOfABucket() throws Exception {
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 100, 119);
            steps.awaitLanded(TOPIC, 0, "first 0-119");
            steps.stop(sink);
        }
        deleteObjectsFrom60To99();
        List<String> before = steps.audit(kafka, RunbookSteps.GROUP);

        try (SinkProcess sink = steps.start(kafka, eraFrom(60))) {
            steps.awaitLanded(TOPIC, 1, "first 60-119");
            steps.stop(sink);
        }

        assertThat(before).singleElement().asString().startsWith("GAP numbered-0 offsets 60-99");
        assertThat(steps.audit(kafka, RunbookSteps.GROUP))
                .singleElement()
                .asString()
                .startsWith("GAP numbered-0 offsets 60-99");
        assertThat(steps.landed(TOPIC, 0)).containsExactly("first 0-119, 80 rows, 80 different");
    }

    /// Killed when its rows were in the bucket and its dead letter was not: by the relaxed schema, the dead
    /// letter would have been a row.
    @Test
    void completesACutOfFormerRules() throws Exception {
        Path schemas = folder.resolve("schemas");
        kafka.send(TOPIC, "first", 100, 101);
        kafka.sendUnnumbered(TOPIC, "first");
        kafka.send(TOPIC, "first", 103, 103);
        Path inTheWay = bucket.folder().resolve("data/dead_letters/topic=" + TOPIC);
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            await().atMost(RunbookSteps.SOON).until(() -> !cut().isEmpty());
            sink.process().destroyForcibly().waitFor();
        }
        Files.delete(inTheWay);

        DiskKafka.writeRelaxedSchema(schemas, TOPIC);
        String blocked;
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            blocked = RunbookSteps.awaitBlockedPartition(sink, TOPIC);
        }
        List<String> whileBlocked = new LandedObjects(bucket).objects("data/dead_letters/");
        DiskKafka.writeSchemas(schemas, List.of(TOPIC));
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            steps.stop(sink);
        }
        LandedObjects.Landed completed = new LandedObjects(bucket).landed(TOPIC);
        DiskKafka.writeRelaxedSchema(schemas, TOPIC);
        try (SinkProcess sink = steps.start(kafka, Map.of())) {
            kafka.sendUnnumbered(TOPIC, "relaxed");
            steps.stop(sink);
        }

        assertThat(blocked).contains("numbered-0-100-103.parquet of the cut is there by other rules");
        assertThat(whileBlocked).isEmpty();
        assertThat(completed).isEqualTo(new LandedObjects.Landed(104, 104));
        assertThat(new LandedObjects(bucket).objects("data/dead_letters/")).hasSize(1);
        assertThat(new LandedObjects(bucket).landed(TOPIC)).isEqualTo(new LandedObjects.Landed(105, 105));
        assertThat(steps.audit(kafka, RunbookSteps.GROUP)).isEmpty();
    }

    /// The objects of the cut that begins with record 100.
    private List<String> cut() throws IOException {
        return new LandedObjects(bucket).objects("/" + TOPIC + "-0-100-");
    }
}
