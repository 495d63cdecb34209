package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;

/// The procedures of docs/sink-runbook.md, step by step as they stand there. Each begins with the records 0
/// to 99 landed in two cuts, 0 to 59 and 60 to 99.
@Tag("long")
class RunbookIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOPIC = "numbered";

    private final LocalBucket bucket = LocalBucket.create();
    private final LandedIdentities landed = new LandedIdentities(bucket);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @SuppressWarnings("NullAway.Init") // each test begins with a new one
    private DiskKafka kafka;

    @BeforeEach
    void landAHundredRecords() throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), List.of(TOPIC));
        kafka = new DiskKafka(folder.resolve("kafka"));
        kafka.create(List.of(TOPIC));
        try (SinkProcess sink = start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 0, 59);
            awaitLanded(0, "first 0-59");
            kafka.send(TOPIC, "first", 60, 99);
            awaitLanded(0, "first 0-99");
            stop(sink);
        }
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    private SinkProcess start(DiskKafka brokers, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group",
                "runbook",
                "sink.rollover.max-age",
                "PT0.5S",
                "sink.schemas.directory",
                folder.resolve("schemas").toString(),
                "sink.topics",
                TOPIC));
        settings.putAll(more);
        return SinkProcess.start(brokers.servers(), bucket, folder.resolve("sink.log"), settings);
    }

    private static void stop(SinkProcess sink) throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(hasLandedEverything(sink)).isTrue());
        sink.process().destroy();
        assertThat(sink.exitCode()).isEqualTo(143);
    }

    private static boolean hasLandedEverything(SinkProcess sink) throws Exception {
        JsonNode partition = new ObjectMapper()
                .readTree(sink.status())
                .path("topics")
                .path(TOPIC)
                .path("partitions")
                .path(0);
        return partition.path("lag").asLong(-1) == 0
                && partition.path("committed").asLong(-1)
                        == partition.path("end").asLong(-2);
    }

    private void awaitLanded(int era, String... records) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(landed.of(TOPIC, era)).containsExactly(records));
    }

    private List<String> audit(DiskKafka brokers, String group) {
        AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), Set.of(), true, 2);
        try (SinkGroup reader = new SinkGroup(Map.of("bootstrap.servers", brokers.servers()), group)) {
            AuditReport report = new LakeAudit(new FolderLake(bucket.folder()), scope, reader, (_, _, _) -> {}).run();
            return report.findings().stream().map(Finding::sentence).toList();
        }
    }

    private Map<String, String> nextEraFrom(int number) {
        return Map.of(
                "sink.topic." + TOPIC + ".era",
                "1",
                "sink.topic." + TOPIC + ".land-from",
                DiskKafka.FIRST.plusSeconds(number).toString());
    }

    @Test
    void reLandsAPeriod() throws Exception {
        try (SinkProcess sink = start(kafka, nextEraFrom(50))) {
            kafka.send(TOPIC, "first", 100, 119);
            awaitLanded(1, "first 50-119");
            stop(sink);
        }

        assertThat(landed.of(TOPIC, 0)).containsExactly("first 0-99");
        assertThat(audit(kafka, "runbook")).isEmpty();
    }

    /// The mirror is modelled: a second cluster with the same records at other offsets, copied with their timestamps.
    @Test
    void movesToAnotherCluster() throws Exception {
        try (DiskKafka other = new DiskKafka(folder.resolve("other"))) {
            other.create(List.of(TOPIC));
            other.send(TOPIC, "first", 0, 0);
            other.deleteBefore(TOPIC, 1);
            other.send(TOPIC, "first", 0, 99);
            try (SinkProcess sink = start(other, nextEraFrom(100))) {
                other.send(TOPIC, "first", 100, 149);
                awaitLanded(1, "first 100-149");
                stop(sink);
            }

            assertThat(landed.of(TOPIC, 0)).containsExactly("first 0-99");
            assertThat(audit(other, "runbook")).isEmpty();
        }
    }

    @Test
    void renamesAGroup() throws Exception {
        Path marker = bucket.folder().resolve("_sink/topics/" + TOPIC + "/era-0.json");
        Files.writeString(marker, Files.readString(marker).replace("\"runbook\"", "\"renamed\""));
        try (SinkProcess sink = start(kafka, Map.of("sink.group", "renamed"))) {
            kafka.send(TOPIC, "first", 100, 119);
            awaitLanded(0, "first 0-119");
            stop(sink);
        }

        assertThat(audit(kafka, "renamed")).isEmpty();
        try (SinkProcess sink = start(kafka, Map.of())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(sink.status())
                            .contains("is landed under this prefix by group renamed but this is group runbook"));
        }
    }

    @Test
    void restoresABucket() throws Exception {
        for (String object : new LandedObjects(bucket).objects("/" + TOPIC + "-0-60-99")) {
            Files.delete(Path.of(object));
        }
        assertThat(audit(kafka, "runbook")).singleElement().asString().startsWith("GAP numbered-0 offsets 60-99");

        kafka.deleteOffset("runbook", TOPIC);
        try (SinkProcess sink = start(kafka, Map.of())) {
            kafka.send(TOPIC, "first", 100, 119);
            awaitLanded(0, "first 0-119");
            stop(sink);
        }

        assertThat(audit(kafka, "runbook")).isEmpty();
    }
}
