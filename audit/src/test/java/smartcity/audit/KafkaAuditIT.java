package smartcity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static smartcity.audit.HandmadeLake.TOPIC;
import static smartcity.audit.HandmadeLake.all;
import static smartcity.audit.HandmadeLake.name;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;
import smartcity.audit.report.PartitionAuditReport;
import smartcity.audit.report.TextAuditReport;

/// A lake compared with a real broker whose partition has transaction markers and aborted records: records
/// 0-9, a marker at 10, aborted records 11-15, a marker at 16, records 17-21, a marker at 22, records 23-32,
/// a marker at 33.
class KafkaAuditIT {
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final String HOUR = "things/date=2026-11-23/hour=08";

    private static EmbeddedKafkaBroker broker;
    private static Admin admin;

    @TempDir
    private Path folder;

    private HandmadeLake lake;
    private SinkGroup group;

    @BeforeAll
    static void startKafka() throws ExecutionException, InterruptedException {
        broker = new EmbeddedKafkaBroker().start();
        admin = Admin.create(settings());
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka(), "transactional.id", "one"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            transaction(producer, 10, true);
            transaction(producer, 5, false);
            transaction(producer, 5, true);
            transaction(producer, 10, true);
        }
    }

    private static ProducerRecord<String, String> record() {
        ProducerRecord<String, String> sent = new ProducerRecord<>(TOPIC, null, 1_780_000_000_000L, "k1", "value");
        sent.headers().add("h", new byte[] {1});
        return sent;
    }

    private static void transaction(KafkaProducer<String, String> producer, int records, boolean commit)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        for (int i = 0; i < records; i++) {
            producer.send(record()).get();
        }
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    @AfterAll
    static void stopKafka() {
        admin.close();
        broker.close();
    }

    private static String kafka() {
        return broker.getAdvertisedListeners().replaceFirst(".*://", "");
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", kafka());
    }

    /// Cuts of 0-16 and of 17-22, and no more.
    @BeforeEach
    void makeAnIntactLake(TestInfo test) throws IOException, SQLException {
        lake = new HandmadeLake(folder).object(HOUR, 0, 16, all(0, 9)).object(HOUR, 17, 22, all(17, 21));
        group = new SinkGroup(settings(), "sink-" + test.getDisplayName());
    }

    @AfterEach
    void close() {
        group.close();
    }

    private void commit(long offset, String metadata) throws ExecutionException, InterruptedException {
        admin.alterConsumerGroupOffsets(group.name(), Map.of(PARTITION, new OffsetAndMetadata(offset, metadata)))
                .all()
                .get();
    }

    private static String cut(long end) {
        return "{\"cut\":1,\"end\":" + end + ",\"prefix\":\"\"}";
    }

    private AuditReport audit(boolean everyRecord) {
        AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), Set.of(TOPIC), everyRecord, 2);
        return new LakeAudit(new FolderLake(folder), scope, group, (_, _, _) -> {}).run();
    }

    private static PartitionAuditReport partition(AuditReport report) {
        return report.topics().getFirst().partitions().getFirst();
    }

    private static List<String> summaries(AuditReport report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.first() + "-" + finding.last() + " " + finding.offsets())
                .toList();
    }

    @Test
    void acceptsMarkersAndAbortedRecordsWithoutARow() throws Exception {
        commit(23, "");

        AuditReport report = audit(true);

        assertThat(report.findings()).isEmpty();
        assertThat(partition(report).compared()).isEqualTo(15);
        assertThat(partition(report).withoutRows()).isEqualTo(8);
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("The records of 2 objects were compared by offset alone");
        assertThat(partition(report).committed()).isEqualTo(23);
    }

    @Test
    void findsTheRecordThatIsNotInTheLakeAndTheRowThatIsNotInKafka() throws Exception {
        commit(23, "");
        lake.object(HOUR, 0, 16, 0, 1, 2, 4, 5, 6, 7, 8, 9, 12);

        AuditReport report = audit(true);

        assertThat(summaries(report)).containsExactly("MISSING 3-3 1", "SURPLUS 12-12 1");
        assertThat(report.findings()).extracting(Finding::key).containsOnly("data/" + HOUR + "/" + name(0, 16));
        assertThat(audit(false).clean()).isTrue();
    }

    @Test
    void expectsNothingOfAnEraBeforeItBegins() throws Exception {
        commit(23, "{\"landed\":1,\"clusterId\":\"c\",\"topicId\":\"t\",\"era\":1}");
        lake.object(HOUR, TOPIC + "-0-e1-17-22.parquet", HandmadeLake.footer(17, 22), HandmadeLake.rows(all(17, 21)));

        AuditReport report = audit(true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.topics().getFirst().partitions())
                .extracting(PartitionAuditReport::era, PartitionAuditReport::compared)
                .containsExactly(tuple(0, 0L), tuple(1, 5L));
    }

    /// The checksums of ten records at the offsets 0 to 9, computed apart: of all that they have, and, as
    /// former versions of the sink state it, of their values.
    @ParameterizedTest
    @ValueSource(strings = {"whole-crc32c-58ee9644ddd87918", "crc32c-e3d046a33e6f7075"})
    void comparesRecordsByTheChecksumOfAnObject(String checksum) throws Exception {
        commit(17, "");
        Map<String, String> footer = HandmadeLake.footer(0, 16);
        footer.put("smartcity.records.checksum", checksum);
        lake.object(HOUR, name(0, 16), footer, HandmadeLake.rows(all(0, 9)));
        Files.delete(lake.file(HOUR, name(17, 22)));

        AuditReport report = audit(true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes()).isEmpty();
    }

    /// As after a topic was created again, or after its log was truncated and has grown again.
    @ParameterizedTest
    @ValueSource(strings = {"whole-crc32c-0123456789abcdef", "crc32c-0123456789abcdef"})
    void findsRowsOfOtherRecordsThanKafkaHas(String checksum) throws Exception {
        commit(17, "");
        Map<String, String> footer = HandmadeLake.footer(0, 16);
        footer.put("smartcity.records.checksum", checksum);
        lake.object(HOUR, name(0, 16), footer, HandmadeLake.rows(all(0, 9)));
        Files.delete(lake.file(HOUR, name(17, 22)));

        AuditReport report = audit(true);

        assertThat(summaries(report)).containsExactly("OTHER_RECORDS 0-9 10");
        assertThat(audit(false).clean()).isTrue();
    }

    @Test
    void findsCommittedOffsetsThatHaveNotLanded() throws Exception {
        commit(34, "");

        AuditReport report = audit(true);

        assertThat(summaries(report)).containsExactly("GAP 23-33 11");
        assertThat(report.findings().getFirst().detail())
                .isEqualTo("no object has these offsets, and Kafka has 10 records there");
        assertThat(summaries(audit(false))).containsExactly("GAP 23-33 11");
    }

    @Test
    void findsOffsetsMissingBeforeTheFirstRange() throws Exception {
        Files.delete(lake.file(HOUR, name(0, 16)));
        commit(23, "");

        AuditReport report = audit(false);

        assertThat(summaries(report)).containsExactly("GAP 0-16 17");
    }

    @Test
    void findsACommittedPartitionWithoutObjects() throws Exception {
        Files.delete(lake.file(HOUR, name(0, 16)));
        Files.delete(lake.file(HOUR, name(17, 22)));
        commit(23, "");

        AuditReport report = audit(false);

        assertThat(summaries(report)).containsExactly("GAP 0-22 23");
    }

    @Test
    void acceptsAPendingCutThatIsPartlyStored() throws Exception {
        lake.object(HOUR, 23, 33, 23, 25);
        commit(23, cut(34));

        AuditReport report = audit(true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes())
                .contains(TOPIC + "-0: a cut of offsets 23-33 is pending; 1 of its objects are in the lake");
    }

    @Test
    void findsObjectsBeyondTheCommittedOffsetWithoutAPendingCut() throws Exception {
        lake.object(HOUR, 23, 33, all(23, 32));
        commit(23, cut(30));

        AuditReport report = audit(true);

        assertThat(summaries(report)).containsExactly("UNCOMMITTED 23-33 11");
    }

    @Test
    void findsObjectsOfOffsetsThatTheGroupWasResetTo() throws Exception {
        commit(5, "");

        AuditReport report = audit(false);

        assertThat(summaries(report)).containsExactly("UNCOMMITTED 0-16 17", "UNCOMMITTED 17-22 6");
    }

    @Test
    void notesThatTheGroupHasCommittedNothing() {
        AuditReport report = audit(true);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes())
                .contains(
                        "Group " + group.name() + " has committed no offset of these topics: either it is not the"
                                + " sink's group, or nothing has landed. What Kafka has behind the last range in the"
                                + " lake was not looked for",
                        TOPIC + "-0: group " + group.name()
                                + " has no committed offset; the last range may be incomplete");
        assertThat(TextAuditReport.lines(report).getLast())
                .startsWith("Clean: nothing is committed, and each of 15 records of Kafka in the ranges that are there"
                        + " is there once; ");
        assertThat(TextAuditReport.lines(audit(false)).getLast())
                .startsWith(
                        "Clean: nothing is committed, and what is there follows without gap, overlap or duplicate; ");
    }

    @Test
    void notesThatNothingIsThereAndNothingIsCommitted() throws Exception {
        Files.delete(lake.file(HOUR, name(0, 16)));
        Files.delete(lake.file(HOUR, name(17, 22)));

        AuditReport report = audit(true);

        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("Group " + group.name() + " has committed no offset of these topics");
        assertThat(TextAuditReport.lines(report).getLast())
                .startsWith("Clean: nothing is committed, and each of 0 records of Kafka");
    }

    @Test
    void acceptsRowsWhoseRecordsKafkaHasDeleted() throws Exception {
        String topic = "deleted";
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 20; i++) {
                producer.send(new ProducerRecord<>(topic, "value")).get();
            }
        }
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(12)))
                .all()
                .get();
        Map<String, String> footer = HandmadeLake.footer(5, 19);
        footer.put("smartcity.topic", topic);
        lake.object(topic, "deleted-0-5-19.parquet", footer, HandmadeLake.rows(all(5, 19)));
        admin.alterConsumerGroupOffsets(group.name(), Map.of(partition, new OffsetAndMetadata(20)))
                .all()
                .get();

        AuditReport report = new LakeAudit(
                        new FolderLake(folder),
                        new AuditScope("", Set.of(AuditScope.DATA), Set.of(topic), true, 2),
                        group,
                        (_, _, _) -> {})
                .run();

        assertThat(report.findings()).extracting(Finding::kind).isEqualTo(List.<FindingKind>of());
        assertThat(partition(report).compared()).isEqualTo(8);
        assertThat(partition(report).earliest()).isEqualTo(12);
    }
}
