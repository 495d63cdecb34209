package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The procedure "Move to another cluster" of docs/sink-runbook.md, step by step as it stands there, with MirrorMaker.
/// Kafka has deleted the first records of the topics, so their copies are at other offsets.
@Tag("long")
class MirrorMakerIT {
    /// Its records have the timestamps of their producer.
    private static final String CREATED = "created";

    /// Its records have the timestamps of the broker that appended them, in each cluster.
    private static final String APPENDED = "appended";

    private static final List<String> TOPICS = List.of(CREATED, APPENDED);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void movesToAnotherCluster() throws Exception {
        RunbookSteps steps = new RunbookSteps(LocalBucket.create(), folder, TOPICS);
        DiskKafka.writeSchemas(folder.resolve("schemas"), TOPICS);
        try (DiskKafka old = new DiskKafka(folder.resolve("old"));
                DiskKafka other = new DiskKafka(folder.resolve("new"))) {
            createTopics(old);
            createTopics(other);
            land(old, steps);
            mirror(old, other);

            Map<String, String> eras = nextEras();

            String refused = steps.dryRun(other, Map.of());
            String forecast = steps.dryRun(other, eras);
            try (SinkProcess sink = steps.start(other, eras)) {
                steps.awaitLandedEverything(sink);
                TOPICS.forEach(topic -> other.send(topic, "first", 100, 149));
                TOPICS.forEach(topic -> steps.awaitLanded(topic, 1, "first 100-149"));
                steps.stop(sink);
            }

            assertThat(refused).startsWith("exit code 1\n").contains("must be topic ID");
            assertThat(forecast)
                    .startsWith("exit code 0\n")
                    .containsPattern("partition 0 continues at 80, where the new era begins; lag 0(?s:.*)"
                            + "partition 0 continues at 80, where the new era begins; lag 0");
            for (String topic : TOPICS) {
                assertThat(steps.landed(topic, 0)).as(topic).containsExactly("first 0-99");
            }
            assertThat(steps.audit(other, RunbookSteps.GROUP)).isEmpty();
        }
    }

    /// Records 0 to 99 land; then Kafka deletes the first 20.
    private static void land(DiskKafka old, RunbookSteps steps) throws Exception {
        try (SinkProcess sink = steps.start(old, Map.of())) {
            TOPICS.forEach(topic -> old.send(topic, "first", 0, 99));
            TOPICS.forEach(topic -> steps.awaitLanded(topic, 0, "first 0-99"));
            for (String topic : TOPICS) {
                old.deleteBefore(topic, 20);
            }
            steps.stop(sink);
        }
        assertThat(steps.audit(old, RunbookSteps.GROUP)).isEmpty();
    }

    private void mirror(DiskKafka old, DiskKafka other) throws Exception {
        try (MirrorMakerProcess mirror = MirrorMakerProcess.start(old, other, folder, TOPICS)) {
            for (String topic : TOPICS) {
                await().atMost(Duration.ofMinutes(4))
                        .untilAsserted(() -> assertThat(lastRecord(other, topic))
                                .as(topic)
                                .isEqualTo(lastRecord(old, topic))
                                .contains("\"number\":99"));
                await().atMost(RunbookSteps.SOON)
                        .untilAsserted(() -> assertThat(committed(other, topic).metadata())
                                .as(topic)
                                .isEqualTo(committed(old, topic).metadata())
                                .contains("\"landed\""));
            }
            mirror.stop();
        }
    }

    private static void createTopics(DiskKafka kafka) throws Exception {
        kafka.create(List.of(CREATED));
        try (Admin admin = kafka.admin()) {
            Map<String, String> stamped = Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            admin.createTopics(Set.of(new NewTopic(APPENDED, 1, (short) 1).configs(stamped)))
                    .all()
                    .get();
        }
    }

    /// An instant for each topic that is after the timestamps of all its mirrored records.
    private static Map<String, String> nextEras() {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(RunbookSteps.eraFrom(
                CREATED, 1, DiskKafka.FIRST.plusSeconds(100).toString()));
        settings.putAll(RunbookSteps.eraFrom(APPENDED, 1, Instant.now().toString()));
        return settings;
    }

    private static String lastRecord(DiskKafka kafka, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.servers()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            if (end == 0) {
                return "none";
            }
            consumer.seek(partition, end - 1);
            return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                    .map(record -> record.key() + " " + record.value())
                    .findFirst()
                    .orElse("none");
        }
    }

    private static OffsetAndMetadata committed(DiskKafka kafka, String topic) throws Exception {
        try (Admin admin = kafka.admin()) {
            return admin.listConsumerGroupOffsets(RunbookSteps.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .getOrDefault(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        }
    }
}
