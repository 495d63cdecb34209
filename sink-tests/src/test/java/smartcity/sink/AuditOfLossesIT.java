package smartcity.sink;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smartcity.audit.AuditScope;
import smartcity.audit.LakeAudit;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.FolderLake;
import smartcity.audit.report.Finding;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.store.NewObject;

/// The audit finds what a sink without its protections would lose or land twice when users' topics, logs and groups
/// change: by the topic IDs that objects state, and without these by comparing their records with Kafka's.
///
/// Each topic has twenty records, of which offsets 0-9 and 10-19 have landed, before something happens to it. Over 200
/// lines, as all of it happens to one lake.
class AuditOfLossesIT {
    private static final String GROUP = "unprotected";
    private static final String NOTHING = "nothing_happens";
    private static final String MORE = "again_with_more";
    private static final String FEWER = "again_with_fewer";
    private static final String RUNNING = "again_while_running";
    private static final String PAUSED = "again_while_paused";
    private static final String REBUILT = "cluster_rebuilt";
    private static final String TRUNCATED = "truncated_and_appended";
    private static final String SET_BACK = "set_back";
    private static final String SECOND_GROUP = "second_group";
    private static final String RELAXED = "relaxed_schema";
    private static final TopicIdentity NO_TOPIC = new TopicIdentity("none", "none");

    private static final Map<String, List<String>> IDENTIFIED = new HashMap<>();
    private static final Map<String, List<String>> UNIDENTIFIED = new HashMap<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static DiskKafka kafka;
    private static DiskKafka rebuilt;
    private static UnprotectedSink sink;

    /// What is to be found in a topic.
    ///
    /// @param byIds only where objects state IDs
    /// @param byRecords whether they do or not
    record Loss(String topic, List<String> byIds, List<String> byRecords) {
        @Override
        public String toString() {
            return topic;
        }
    }

    static List<Loss> losses() {
        List<String> landed = List.of("OTHER_RECORDS 0-9", "OTHER_RECORDS 10-19");
        List<String> twice = List.of("OVERLAP 0-9", "DUPLICATE 0-9", "OVERLAP 10-14", "DUPLICATE 10-14");
        List<String> rest = List.of("OVERLAP 15-19", "DUPLICATE 15-19");
        List<String> second = List.of("OVERLAP 0-4", "DUPLICATE 0-4", "OVERLAP 5-9", "DUPLICATE 5-9");
        List<String> secondRest = List.of("OVERLAP 10-19", "DUPLICATE 10-19");
        return List.of(
                new Loss(NOTHING, List.of(), List.of()),
                new Loss(MORE, List.of("OTHER_TOPIC 0-9", "OTHER_TOPIC 20-39"), landed),
                new Loss(FEWER, List.of("OTHER_TOPIC 0-9"), List.of("SURPLUS 5-9", "SURPLUS 10-19")),
                new Loss(RUNNING, List.of("OTHER_TOPIC 0-9"), List.of("OTHER_RECORDS 0-9", "OTHER_RECORDS 10-39")),
                new Loss(PAUSED, List.of("OTHER_TOPIC 0-9"), landed),
                new Loss(REBUILT, List.of("OTHER_TOPIC 0-9", "OTHER_TOPIC 20-39"), landed),
                new Loss(TRUNCATED, List.of(), List.of("OTHER_RECORDS 10-19")),
                new Loss(SET_BACK, List.of(), both(twice, rest)),
                new Loss(SECOND_GROUP, List.of(), both(second, secondRest)),
                new Loss(RELAXED, List.of(), List.of("MISSING 13-13")));
    }

    private static List<String> both(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @BeforeAll
    static void happens() throws Exception {
        kafka = new DiskKafka(folder.resolve("kafka"));
        rebuilt = new DiskKafka(folder.resolve("rebuilt"));
        sink = new UnprotectedSink(folder.resolve("lake"), folder.resolve("unidentified"));
        topicsBegin();
        loseTheEndOfALog();
        createTopicsAgain();
        buildTheClusterAgain();
        landTwice();
        relaxTheSchemaBeforeAReplay();
        IDENTIFIED.putAll(audited(sink.lake()));
        UNIDENTIFIED.putAll(audited(sink.unidentified()));
    }

    @AfterAll
    static void stop() {
        kafka.close();
        rebuilt.close();
    }

    private static void topicsBegin() throws Exception {
        List<String> topics = losses().stream().map(Loss::topic).toList();
        kafka.create(topics);
        kafka.send(topics, "first", 0, 9);
        kafka.send(topics.stream().filter(topic -> !topic.equals(RELAXED)).toList(), "first", 10, 19);
        kafka.moveOffset(GROUP, topics, 20);
        Map<String, TopicIdentity> identities = UnprotectedSink.identities(kafka, topics);
        for (String topic : topics) {
            TopicIdentity identity = identities.getOrDefault(topic, NO_TOPIC);
            List<ConsumerRecord<ByteBuffer, ByteBuffer>> records =
                    UnprotectedSink.read(kafka, topic, 0, topic.equals(RELAXED) ? 10 : 20);
            sink.land(identity, records.subList(0, 10));
            if (!topic.equals(RELAXED) && !topic.equals(RUNNING)) {
                sink.land(identity, records.subList(10, 20));
            }
        }
    }

    private static void loseTheEndOfALog() throws Exception {
        kafka.loseFrom(TRUNCATED, 12);
        kafka.send(TRUNCATED, "second", 0, 27);
        landUpTo40(kafka, TRUNCATED);
    }

    private static void landUpTo40(DiskKafka brokers, String topic) throws Exception {
        sink.land(brokers, topic, 20, 40);
        brokers.moveOffset(GROUP, topic, 40);
    }

    private static void createTopicsAgain() throws Exception {
        kafka.recreate(MORE);
        kafka.send(MORE, "second", 0, 39);
        landUpTo40(kafka, MORE);
        kafka.recreate(FEWER);
        kafka.send(FEWER, "second", 0, 4);
        kafka.moveOffset(GROUP, FEWER, 20);
        // A running sink has asked for the topic's ID when it was assigned the partition, and not again.
        TopicIdentity asked = UnprotectedSink.identity(kafka, RUNNING);
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> held = UnprotectedSink.read(kafka, RUNNING, 10, 20);
        kafka.recreate(RUNNING);
        kafka.send(RUNNING, "second", 0, 39);
        held.addAll(UnprotectedSink.read(kafka, RUNNING, 20, 40));
        sink.land(asked, held);
        kafka.moveOffset(GROUP, RUNNING, 40);
        asked = UnprotectedSink.identity(kafka, PAUSED);
        kafka.recreate(PAUSED);
        kafka.send(PAUSED, "second", 0, 39);
        sink.land(asked, UnprotectedSink.read(kafka, PAUSED, 20, 40));
        kafka.moveOffset(GROUP, PAUSED, 40);
    }

    private static void buildTheClusterAgain() throws Exception {
        rebuilt.create(List.of(REBUILT));
        rebuilt.send(REBUILT, "second", 0, 39);
        landUpTo40(rebuilt, REBUILT);
    }

    private static void landTwice() throws Exception {
        sink.land(kafka, SET_BACK, 0, 15);
        sink.land(kafka, SET_BACK, 15, 20);
        sink.land(kafka, SECOND_GROUP, 0, 5);
        sink.land(kafka, SECOND_GROUP, 5, 20);
        kafka.moveOffset("second", SECOND_GROUP, 20);
    }

    /// The sink crashed when the rows of the cut 10-19 were stored and the dead letter was not; with the relaxed
    /// schema there is no dead letter, and the object of rows is there already.
    private static void relaxTheSchemaBeforeAReplay() throws Exception {
        kafka.send(RELAXED, "first", 10, 12);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.servers()), new StringSerializer(), new StringSerializer())) {
            String value = "{\"origin\":\"first\",\"number\":\"13\",\"timestamp\":\"" + DiskKafka.FIRST + "\"}";
            producer.send(new ProducerRecord<>(RELAXED, null, DiskKafka.FIRST.toEpochMilli(), "key", value))
                    .get();
        }
        kafka.send(RELAXED, "first", 14, 19);
        TopicIdentity topic = UnprotectedSink.identity(kafka, RELAXED);
        for (NewObject object : sink.objects(topic, UnprotectedSink.read(kafka, RELAXED, 10, 20))) {
            if (!object.key().startsWith("data/dead_letters/")) {
                sink.store(object);
            }
        }
    }

    /// What the audit finds in a lake, by topic.
    private static Map<String, List<String>> audited(Path lake) {
        Set<String> topics = losses().stream()
                .map(Loss::topic)
                .filter(topic -> !topic.equals(REBUILT))
                .collect(toSet());
        return Stream.concat(audit(kafka, lake, topics).stream(), audit(rebuilt, lake, Set.of(REBUILT)).stream())
                .collect(groupingBy(
                        Finding::topic,
                        mapping(finding -> finding.kind() + " " + finding.first() + "-" + finding.last(), toList())));
    }

    private static List<Finding> audit(DiskKafka brokers, Path lake, Set<String> topics) {
        AuditScope scope = new AuditScope("", Set.of(AuditScope.DATA), topics, true, 2);
        try (SinkGroup group = new SinkGroup(Map.of("bootstrap.servers", brokers.servers()), GROUP)) {
            return new LakeAudit(new FolderLake(lake), scope, group, (_, _, _) -> {})
                    .run()
                    .findings();
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void findsWhatASinkWithoutProtectionsWouldLeave(Loss loss) {
        List<String> found = IDENTIFIED.getOrDefault(loss.topic(), List.of());

        assertThat(found).containsExactlyInAnyOrderElementsOf(both(loss.byIds(), loss.byRecords()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void findsItAlsoInLakesThatStateNoTopicIds(Loss loss) {
        List<String> found = UNIDENTIFIED.getOrDefault(loss.topic(), List.of());

        assertThat(found).containsExactlyInAnyOrderElementsOf(loss.byRecords());
    }
}
