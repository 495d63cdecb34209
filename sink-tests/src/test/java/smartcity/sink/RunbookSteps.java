package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;

/// What an operator does in the procedures of docs/sink-runbook.md, with topics of [DiskKafka].
///
/// @param folder of logs and schemas
/// @param topics that the sinks land
record RunbookSteps(LocalBucket bucket, Path folder, Collection<String> topics) {
    static final String GROUP = "runbook";
    static final Duration SOON = Duration.ofMinutes(2);

    /// Starts a sink of the group with the usual settings and those of `more`.
    SinkProcess start(DiskKafka brokers, Map<String, String> more) {
        return SinkProcess.start(brokers.servers(), bucket, log(), settings(more));
    }

    /// What a dry run with these settings prints, after its exit code.
    String dryRun(DiskKafka brokers, Map<String, String> more) throws InterruptedException {
        Path printed = folder.resolve("dry-run-" + System.nanoTime() + ".log");
        SinkProcess.Options options = new SinkProcess.Options(settings(more), Map.of(), List.of("--dry-run"));
        try (SinkProcess sink = SinkProcess.start(brokers.servers(), bucket, printed, options)) {
            return "exit code " + sink.exitCode() + "\n" + sink.logged();
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "sink.group",
                GROUP,
                "sink.rollover.max-age",
                "PT0.5S",
                "sink.schemas.directory",
                folder.resolve("schemas").toString(),
                "sink.topics",
                String.join(",", topics)));
        settings.putAll(more);
        return settings;
    }

    private Path log() {
        return folder.resolve("sink.log");
    }

    /// The settings by which the topic's next era begins at a time.
    static Map<String, String> eraFrom(String topic, int era, String time) {
        return Map.of(
                "sink.topic." + topic + ".era", Integer.toString(era), "sink.topic." + topic + ".land-from", time);
    }

    /// Waits until the sink has landed everything.
    void awaitLandedEverything(SinkProcess sink) {
        for (String topic : topics) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(hasLandedEverything(sink, topic))
                            .as(topic)
                            .isTrue());
        }
    }

    /// Waits until the sink has landed everything, then stops it by SIGTERM.
    void stop(SinkProcess sink) throws Exception {
        awaitLandedEverything(sink);
        sink.process().destroy();
        assertThat(sink.exitCode()).isEqualTo(143);
    }

    private static JsonNode partition(SinkProcess sink, String topic) throws Exception {
        return new ObjectMapper()
                .readTree(sink.status())
                .path("topics")
                .path(topic)
                .path("partitions")
                .path(0);
    }

    private static boolean hasLandedEverything(SinkProcess sink, String topic) throws Exception {
        JsonNode partition = partition(sink, topic);
        return partition.path("lag").asLong(-1) == 0
                && partition.path("committed").asLong(-1)
                        == partition.path("end").asLong(-2);
    }

    /// Waits until the status says why the topic is not landed; returns that.
    static String awaitBlocked(SinkProcess sink, String topic) {
        return await().atMost(SOON)
                .until(
                        () -> new ObjectMapper()
                                .readTree(sink.status())
                                .path("refusedTopics")
                                .path(topic)
                                .asText(),
                        reason -> !reason.isEmpty());
    }

    /// Waits until the status says why the topic's partition is not landed; returns that.
    static String awaitBlockedPartition(SinkProcess sink, String topic) {
        return await().atMost(SOON)
                .until(
                        () -> partition(sink, topic).path("blocked").asText(""),
                        reason -> !reason.isEmpty() && !reason.equals("null"));
    }

    /// See [LandedIdentities#of].
    List<String> landed(String topic, int era) throws Exception {
        return new LandedIdentities(bucket).of(topic, era);
    }

    /// Waits until exactly these records are in the lake.
    void awaitLanded(String topic, int era, String... records) {
        await().atMost(SOON).untilAsserted(() -> assertThat(landed(topic, era)).containsExactly(records));
    }

    /// What the audit finds when it compares the lake with every record of Kafka.
    List<String> audit(DiskKafka brokers, String group) {
        AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), Set.of(), true, 2);
        try (SinkGroup reader = new SinkGroup(Map.of("bootstrap.servers", brokers.servers()), group)) {
            AuditReport report = new LakeAudit(new FolderLake(bucket.folder()), scope, reader, (_, _, _) -> {}).run();
            return report.findings().stream().map(Finding::sentence).toList();
        }
    }
}
