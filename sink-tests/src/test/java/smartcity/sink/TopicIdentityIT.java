package smartcity.sink;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;

/// What happens to users' topics, each to another topic at the same time, beside packaged sinks that land all of them:
/// all of it happens once before the tests, as starts of the sink and of Kafka take most of the time. Records say who
/// they are, so that one offset's record is not taken for another's.
@Execution(ExecutionMode.CONCURRENT)
class TopicIdentityIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String GROUP = "trust";
    private static final String STEADY = "steady";
    private static final String MORE = "again_with_more";
    private static final String FEWER = "again_with_fewer";
    private static final String RUNNING = "again_while_running";
    private static final String PAUSED = "again_while_paused";
    private static final String TRUNCATED = "truncated";
    private static final String SET_BACK = "set_back";
    private static final String SET_FORWARD = "set_forward";
    private static final List<String> BLOCKED = List.of(MORE, FEWER, RUNNING, PAUSED, TRUNCATED, SET_BACK);
    private static final List<String> TOPICS =
            List.of(STEADY, MORE, FEWER, RUNNING, PAUSED, TRUNCATED, SET_BACK, SET_FORWARD);
    private static final LocalBucket BUCKET = LocalBucket.create();
    private static final LandedIdentities LANDED = new LandedIdentities(BUCKET);

    /// What was seen.
    private static final Map<String, String> REASONS = new HashMap<>();

    private static final Map<String, List<String>> BEFORE_ERAS = new HashMap<>();
    private static final Map<String, List<String>> AFTER_ERAS = new HashMap<>();
    private static String readiness = "";
    private static String metrics = "";
    private static String ofOtherGroup = "";
    private static String ofRebuiltCluster = "";
    private static String dryRunOfAll = "";
    private static String dryRunOfOtherGroup = "";
    private static String dryRunOfRebuiltCluster = "";
    private static List<String> findings = List.of("not audited");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    @BeforeAll
    static void happens() throws Exception {
        DiskKafka.writeSchemas(folder.resolve("schemas"), TOPICS);
        try (DiskKafka kafka = new DiskKafka(folder.resolve("kafka"))) {
            kafka.create(TOPICS);
            TOPICS.forEach(topic -> kafka.send(topic, "first", 0, 99));
            changesWhileTheSinkRuns(kafka);
            changesWhileTheSinkIsStopped(kafka);
            dryRunOfAll = dryRun(kafka, Map.of());
            dryRunOfOtherGroup = dryRun(kafka, Map.of("sink.group", "other", "sink.topics", STEADY));
            changesWhileReadingIsPaused(kafka);
            opensEras(kafka);
        }
        try (DiskKafka rebuilt = new DiskKafka(folder.resolve("rebuilt"))) {
            rebuildsTheCluster(rebuilt);
        }
    }

    private static void changesWhileTheSinkRuns(DiskKafka kafka) throws Exception {
        try (SinkProcess sink = start(kafka, Map.of("sink.group-protocol", "consumer"))) {
            for (String topic : TOPICS) {
                awaitLanded(topic, 0, "first 0-99");
            }
            kafka.recreate(RUNNING);
            kafka.send(RUNNING, "second", 0, 149);
            awaitBlocked(sink, RUNNING);
            sink.process().destroy();
            assertThat(sink.exitCode()).isEqualTo(143);
        }
    }

    private static void changesWhileTheSinkIsStopped(DiskKafka kafka) throws Exception {
        kafka.recreate(MORE);
        kafka.send(MORE, "second", 0, 199);
        kafka.recreate(FEWER);
        kafka.send(FEWER, "second", 0, 49);
        kafka.moveOffset(GROUP, SET_BACK, 0);
        kafka.send(SET_FORWARD, "first", 100, 199);
        kafka.moveOffset(GROUP, SET_FORWARD, 150);
        kafka.loseFrom(TRUNCATED, 60);
        kafka.send(TRUNCATED, "second", 0, 99);
        kafka.send(STEADY, "first", 100, 149);
    }

    private static void changesWhileReadingIsPaused(DiskKafka kafka) throws Exception {
        try (SinkProcess sink = start(kafka, Map.of("sink.group-protocol", "classic"))) {
            awaitLanded(STEADY, 0, "first 0-149");
            await().atMost(SOON).untilAsserted(() -> assertThat(sink.status()).isNotEmpty());
            assertThat(sink.request("POST", "/sink/pause").statusCode()).isEqualTo(200);
            kafka.recreate(PAUSED);
            kafka.send(PAUSED, "second", 0, 149);
            assertThat(sink.request("POST", "/sink/resume").statusCode()).isEqualTo(200);
            for (String topic : BLOCKED) {
                awaitBlocked(sink, topic);
            }
            kafka.send(STEADY, "first", 150, 199);
            awaitLanded(STEADY, 0, "first 0-199");
            awaitLanded(SET_FORWARD, 0, "first 0-199, 150 rows, 150 different");
            readiness = sink.request("GET", "/q/health/ready").body();
            metrics = sink.request("GET", "/q/metrics").body();
            ofOtherGroup = blockedOther(kafka);
            for (String topic : TOPICS) {
                BEFORE_ERAS.put(topic, LANDED.of(topic, 0));
            }
            sink.process().destroy();
            assertThat(sink.exitCode()).isEqualTo(143);
        }
    }

    private static String blockedOther(DiskKafka kafka) throws Exception {
        try (SinkProcess sink = start(kafka, Map.of("sink.group", "other", "sink.topics", STEADY))) {
            return awaitBlocked(sink, STEADY);
        }
    }

    private static void opensEras(DiskKafka kafka) throws Exception {
        Map<String, String> eras = BLOCKED.stream().collect(toMap(topic -> "sink.topic." + topic + ".era", _ -> "1"));
        try (SinkProcess sink = start(kafka, eras)) {
            awaitLanded(MORE, 1, "second 0-199");
            awaitLanded(FEWER, 1, "second 0-49");
            awaitLanded(RUNNING, 1, "second 0-149");
            awaitLanded(PAUSED, 1, "second 0-149");
            awaitLanded(TRUNCATED, 1, "first 0-59", "second 0-99");
            awaitLanded(SET_BACK, 1, "first 0-99");
            for (String topic : TOPICS) {
                AFTER_ERAS.put(topic, LANDED.of(topic, 0));
            }
            sink.process().destroy();
            assertThat(sink.exitCode()).isEqualTo(143);
        }
        AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), Set.of(), true, 2);
        try (SinkGroup group = new SinkGroup(Map.of("bootstrap.servers", kafka.servers()), GROUP)) {
            AuditReport report = new LakeAudit(new FolderLake(BUCKET.folder()), scope, group, (_, _, _) -> {}).run();
            findings = report.findings().stream().map(Finding::sentence).toList();
        }
    }

    private static void rebuildsTheCluster(DiskKafka rebuilt) throws Exception {
        rebuilt.create(List.of(STEADY));
        rebuilt.send(STEADY, "rebuilt", 0, 299);
        try (SinkProcess sink = start(rebuilt, Map.of("sink.topics", STEADY))) {
            ofRebuiltCluster = awaitBlocked(sink, STEADY);
        }
        AFTER_ERAS.put(STEADY, LANDED.of(STEADY, 0));
        dryRunOfRebuiltCluster = dryRun(rebuilt, Map.of("sink.topics", STEADY));
    }

    /// What a dry run prints, after its exit code.
    private static String dryRun(DiskKafka kafka, Map<String, String> more) throws InterruptedException {
        Path printed = folder.resolve("dry-" + System.nanoTime() + ".log");
        SinkProcess.Options options = new SinkProcess.Options(settings(more), Map.of(), List.of("--dry-run"));
        try (SinkProcess sink = SinkProcess.start(kafka.servers(), BUCKET, printed, options)) {
            return "exit code " + sink.exitCode() + "\n" + sink.logged();
        }
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group",
                GROUP,
                "sink.rollover.max-age",
                "PT0.5S",
                "sink.schemas.directory",
                folder.resolve("schemas").toString(),
                "sink.topics",
                String.join(",", TOPICS)));
        settings.putAll(more);
        return settings;
    }

    private static SinkProcess start(DiskKafka kafka, Map<String, String> more) {
        return SinkProcess.start(kafka.servers(), BUCKET, folder.resolve("sink.log"), settings(more));
    }

    private static String awaitBlocked(SinkProcess sink, String topic) {
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode status = new ObjectMapper().readTree(sink.status());
            assertThat(status.path("refusedTopics").path(topic).asText()).isNotEmpty();
            REASONS.put(topic, status.path("refusedTopics").path(topic).asText());
        });
        return REASONS.getOrDefault(topic, "");
    }

    private static void awaitLanded(String topic, int era, String... records) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(LANDED.of(topic, era)).containsExactly(records));
    }

    private static void isOfAnotherTopic(String topic) {
        assertThat(REASONS.get(topic))
                .matches("topic " + topic + " must be topic ID \\S+ in cluster \\S+ but is topic ID \\S+ in cluster"
                        + " .*: it was deleted and created again, .* raise sink\\.topic\\." + topic + "\\.era");
        assertThat(BEFORE_ERAS.get(topic)).containsExactly("first 0-99");
    }

    @Test
    void landsNothingOfATopicThatCameAgainWithMoreRecordsThanHadLanded() {
        isOfAnotherTopic(MORE);
    }

    @Test
    void landsNothingOfATopicThatCameAgainWithFewerRecordsThanHadLanded() {
        isOfAnotherTopic(FEWER);
    }

    @Test
    void landsNothingOfATopicThatCameAgainUnderARunningSink() {
        isOfAnotherTopic(RUNNING);
    }

    @Test
    void landsNothingOfATopicThatCameAgainWhileReadingWasPaused() {
        isOfAnotherTopic(PAUSED);
    }

    @Test
    void landsNothingBehindTheEndOfATruncatedLog() {
        assertThat(REASONS.get(TRUNCATED))
                .startsWith("truncated-0 was read to offset 100 but its log was truncated at 60: the records of"
                        + " [60, 100) are gone from Kafka, and those that landed are only in the bucket");
        assertThat(BEFORE_ERAS.get(TRUNCATED)).containsExactly("first 0-99");
    }

    @Test
    void landsNothingTwiceWhenTheGroupWasSetBack() {
        assertThat(REASONS.get(SET_BACK))
                .startsWith("set_back-0 is committed at offset 0 but the bucket holds its records before offset 100");
        assertThat(BEFORE_ERAS.get(SET_BACK)).containsExactly("first 0-99");
    }

    @Test
    void reportsTheOffsetsThatAnOperatorSkipped() {
        assertThat(BEFORE_ERAS.get(SET_FORWARD)).containsExactly("first 0-199, 150 rows, 150 different");
        assertThat(metrics).contains("sink_skipped_offsets_total{topic=\"set_forward\"} 50.0");
        assertThat(REASONS).doesNotContainKey(SET_FORWARD);
    }

    @Test
    void landsNothingForASecondGroupUnderTheSamePrefix() {
        assertThat(ofOtherGroup)
                .startsWith("topic steady is landed under this prefix by group trust but this is group other");
        assertThat(BEFORE_ERAS.get(STEADY)).containsExactly("first 0-199");
    }

    @Test
    void landsNothingOfAClusterThatWasBuiltAgain() {
        assertThat(ofRebuiltCluster)
                .matches("topic steady must be topic ID \\S+ in cluster (\\S+) but is topic ID \\S+ in cluster"
                        + " (?!\\1)\\S+: .*or its cluster was built again.*");
        assertThat(AFTER_ERAS.get(STEADY)).containsExactly("first 0-199");
        assertThat(dryRunOfRebuiltCluster).startsWith("exit code 1\n").contains(ofRebuiltCluster);
    }

    @Test
    void saysInADryRunBeforeItStartsWhatItWouldNotLandAndWhatItWouldSkip() {
        assertThat(dryRunOfAll)
                .startsWith("exit code 1\n")
                .contains(List.of(MORE, FEWER, RUNNING, TRUNCATED, SET_BACK).stream()
                        .map(topic -> "Failed to find where " + topic + "-0 continues: " + REASONS.get(topic))
                        .toList())
                .contains("continues at 150, the group's committed offset; the group's offset was moved past offsets"
                        + " 100 to 149, which did not land; lag 50")
                .contains("partition 0 continues at 100, the group's committed offset; lag 50");
        assertThat(dryRunOfOtherGroup).startsWith("exit code 1\n").contains(ofOtherGroup);
    }

    @Test
    void landsTheOtherTopicsAndSaysWhichAreBlocked() {
        assertThat(BEFORE_ERAS.get(STEADY)).containsExactly("first 0-199");
        assertThat(BLOCKED).allSatisfy(topic -> assertThat(readiness).contains(topic));
        assertThat(BLOCKED)
                .allSatisfy(topic ->
                        assertThat(metrics).contains("sink_blocked{partition=\"0\",topic=\"" + topic + "\"} 1.0"));
    }

    @Test
    void landsWhatCameInTheirPlaceInErasThatTheAuditFindsClean() {
        assertThat(AFTER_ERAS).containsAllEntriesOf(BEFORE_ERAS);
        assertThat(findings).singleElement().asString().startsWith("GAP set_forward-0 offsets 100-149");
    }
}
