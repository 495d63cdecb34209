package smartcity.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the users of the manifests may do on a broker with TLS, SCRAM and exactly their access control lists: what is
/// written here, and nothing else. More than 200 lines, as one broker serves all of it.
class SecuredKafkaIT {
    private static final byte[] VALUE = {'{', '}'};

    @TempDir
    private static Path folder;

    private static SecuredBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = new SecuredBroker(folder, overlay());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static RenderedOverlay overlay() {
        return RenderedOverlay.named("local");
    }

    private static List<String> topics() {
        return overlay().of("KafkaTopic").stream()
                .map(topic -> topic.json().at("/spec/topicName").asText())
                .toList();
    }

    /// Names of groups and of transactions: of every user, of a replica of every user, and of nobody.
    private static List<String> names() {
        return Stream.concat(
                        overlay().of("KafkaUser").stream().flatMap(user -> Stream.of(user.name(), user.name() + "-1")),
                        Stream.of("another"))
                .toList();
    }

    /// As the broker's authorizer answers: of each topic that the user sees, the operations that it may do.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vehicle-simulator  | vehicle_data: CWD; gps_data: CWD; traffic_data: CWD; vehicle-simulator_shards: CRD; city_commands: CRWD; weather_data: RD; emergency_data: RD; weather-simulator_shards: D; incident-simulator_shards: D
            weather-simulator  | weather_data: CWD; weather-simulator_shards: CRD; city_commands: CRWD
            incident-simulator | emergency_data: CWD; incident-simulator_shards: CRD; city_commands: CRWD; weather_data: RD; weather-simulator_shards: D
            s3-parquet-sink    | vehicle_data: RD; gps_data: RD; traffic_data: RD; weather_data: RD; emergency_data: RD
            city-view          | vehicle_data: RD; gps_data: RD; traffic_data: RD; weather_data: RD; emergency_data: RD; city_commands: CRWD; vehicle-simulator_shards: D; weather-simulator_shards: D; incident-simulator_shards: D
            audit              | vehicle_data: RD; gps_data: RD; traffic_data: RD; weather_data: RD; emergency_data: RD
            keda               | vehicle_data: D; gps_data: D; traffic_data: D; weather_data: D; emergency_data: D
            """)
    void aUserMayDoWithTopicsWhatIsListedAndNothingElse(String user, String listed) throws Exception {
        Map<String, Set<AclOperation>> expected = new TreeMap<>();
        Arrays.stream(listed.split("; "))
                .map(topic -> topic.split(": "))
                .forEach(topic -> expected.put(
                        topic[0],
                        topic[1].chars()
                                .mapToObj(SecuredKafkaIT::operation)
                                .collect(Collectors.toCollection(TreeSet::new))));

        Map<String, Set<AclOperation>> allowed = new TreeMap<>();
        try (Admin admin = Admin.create(broker.client(user))) {
            Set<String> seen = admin.listTopics().names().get();
            Map<String, TopicDescription> topics = admin.describeTopics(
                            seen, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .allTopicNames()
                    .get();
            topics.forEach((name, topic) -> allowed.put(name, new TreeSet<>(topic.authorizedOperations())));
        }

        assertThat(allowed).isEqualTo(expected);
    }

    private static AclOperation operation(int letter) {
        return switch (letter) {
            case 'C' -> AclOperation.CREATE;
            case 'R' -> AclOperation.READ;
            case 'W' -> AclOperation.WRITE;
            case 'D' -> AclOperation.DESCRIBE;
            default -> throw new IllegalArgumentException("letter must be one of CRWD but was " + (char) letter);
        };
    }

    @Test
    void aSinkReadsCommitsAndDescribes() throws Exception {
        TopicPartition partition = new TopicPartition("vehicle_data", 0);

        try (KafkaConsumer<byte[], byte[]> consumer = consumer("s3-parquet-sink", "s3-parquet-sink");
                Admin admin = Admin.create(broker.client("s3-parquet-sink"))) {
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0, "a cut")));
            assertThat(consumer.committed(Set.of(partition)))
                    .containsEntry(partition, new OffsetAndMetadata(0, "a cut"));
            assertThat(admin.describeCluster().clusterId().get()).isNotEmpty();
            assertThat(admin.describeFeatures().featureMetadata().get().finalizedFeatures())
                    .isNotEmpty();
        }
    }

    @Test
    void kedaSeesTheLagAndNoRecord() throws Exception {
        try (Admin admin = Admin.create(broker.client("keda"));
                KafkaConsumer<byte[], byte[]> consumer = consumer("keda", "s3-parquet-sink")) {
            assertThat(admin.listConsumerGroupOffsets("s3-parquet-sink")
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isNotNull();
            consumer.assign(List.of(new TopicPartition("vehicle_data", 0)));
            assertThat(consumer.endOffsets(consumer.assignment())).hasSize(1);
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(5))).isInstanceOf(AuthorizationException.class);
        }
    }

    /// Each line: a user, the topics that it writes, the groups in which it commits and the transactions that it takes.
    /// Everything of all other users is refused.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vehicle-simulator  | vehicle_data gps_data traffic_data city_commands | vehicle-simulator vehicle-simulator-1   | vehicle-simulator-1
            weather-simulator  | weather_data city_commands                       | weather-simulator                       | weather-simulator-1
            incident-simulator | emergency_data city_commands                     | incident-simulator incident-simulator-1 | incident-simulator-1
            s3-parquet-sink    | ''                                               | s3-parquet-sink                         | ''
            city-view          | city_commands                                    | city-view-1                             | ''
            audit              | ''                                               | ''                                      | ''
            keda               | ''                                               | ''                                      | ''
            """)
    void aUserWritesCommitsAndTakesWhatIsListedAndNothingOfAnother(
            String user, String topics, String groups, String transactions) throws Exception {
        Set<String> written = new TreeSet<>();
        Set<String> committed = new TreeSet<>();
        Set<String> taken = new TreeSet<>();

        try (KafkaProducer<byte[], byte[]> producer = producer(user);
                Admin admin = Admin.create(broker.client(user))) {
            for (String topic : topics()) {
                if (isAllowed(
                        producer.send(new ProducerRecord<>(topic, VALUE, VALUE)), TopicAuthorizationException.class)) {
                    written.add(topic);
                }
            }
            for (String group : names()) {
                Map<TopicPartition, OffsetAndMetadata> begin =
                        Map.of(new TopicPartition("vehicle_data", 0), new OffsetAndMetadata(0));
                if (isAllowed(admin.alterConsumerGroupOffsets(group, begin).all(), GroupAuthorizationException.class)) {
                    committed.add(group);
                }
            }
            for (Map.Entry<String, KafkaFuture<Void>> transaction :
                    admin.fenceProducers(names()).fencedProducers().entrySet()) {
                if (isAllowed(transaction.getValue(), TransactionalIdAuthorizationException.class)) {
                    taken.add(transaction.getKey());
                }
            }
        }

        assertThat(written).isEqualTo(words(topics));
        assertThat(committed).isEqualTo(words(groups));
        assertThat(taken).isEqualTo(words(transactions));
    }

    /// Whether Kafka does not refuse a request for want of this permission; any other refusal comes after it.
    private static boolean isAllowed(Future<?> answer, Class<? extends AuthorizationException> refusal)
            throws InterruptedException {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return !refusal.isInstance(e.getCause());
        }
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"vehicle-simulator", "s3-parquet-sink", "audit", "keda"})
    void nobodyCreatesOrDeletesATopicOfOthersOrChangesOne(String user) {
        try (Admin admin = Admin.create(broker.client(user))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("mine", 1, (short) 1)))
                            .all()
                            .get())
                    .satisfies(isRefused());
            assertThatThrownBy(() ->
                            admin.deleteTopics(List.of("vehicle_data")).all().get())
                    .satisfies(isRefused());
            assertThatThrownBy(() -> admin.deleteConsumerGroups(List.of("s3-parquet-sink"))
                            .all()
                            .get())
                    .satisfies(isRefused());
        }
    }

    private static ThrowingConsumer<Throwable> isRefused() {
        return refusal -> assertThat(refusal).hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        Map<String, Object> wrong = broker.client("s3-parquet-sink");
        wrong.put("sasl.jaas.config", SecuredBroker.jaas("s3-parquet-sink", "guessed"));

        try (Admin admin = Admin.create(wrong)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void nobodyComesInWithoutTls() {
        Map<String, Object> plain = broker.client("s3-parquet-sink");
        plain.put("security.protocol", "SASL_PLAINTEXT");

        try (Admin admin = Admin.create(plain)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get()).isInstanceOf(ExecutionException.class);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String user, String group) {
        Map<String, Object> settings = new HashMap<>(broker.client(user));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static KafkaProducer<byte[], byte[]> producer(String user) {
        Map<String, Object> settings = new HashMap<>(broker.client(user));
        settings.remove("default.api.timeout.ms");
        settings.put("max.block.ms", 10_000);
        settings.put("enable.idempotence", false);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
