package smartcity.sink;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;

/// A cluster of one broker with a folder of its own, whose topics suffer what those of users do: they are deleted and
/// created again, and lose the end of their log. Topics have one partition. For one thread.
final class DiskKafka implements AutoCloseable {
    /// Kafka's timestamp and event time of the record with number 0; each following one is a second later.
    static final Instant FIRST = Instant.parse("2026-11-23T10:00:00Z");

    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:test:numbered:1","type":"object",
            "properties":{"origin":{"type":"string"},"number":{"type":"integer"},
            "timestamp":{"type":"string","format":"date-time"}},"required":["origin","number","timestamp"]}""";

    private static final String RELAXED = SCHEMA.replace("\"number\",\"timestamp\"]", "\"timestamp\"]");

    private static final String LOG = ".log";

    private Path folder;
    private String clusterId = Uuid.randomUuid().toString();
    private final int port = FreePort.any();
    private final int controllerPort = FreePort.any();
    private EmbeddedKafkaBroker broker;

    /// Starts a new cluster.
    ///
    /// @param folder that does not exist yet
    DiskKafka(Path folder) {
        this.folder = folder;
        this.broker = start();
    }

    private EmbeddedKafkaBroker start() {
        return new EmbeddedKafkaBroker()
                .withClusterId(clusterId)
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> properties.putAll(properties(folder)))
                .start();
    }

    /// The settings of a broker whose folder that is.
    Map<String, String> properties(Path logs) {
        return Map.of(
                "log.dir", logs.toString(),
                "log.retention.ms", "-1",
                "auto.create.topics.enable", "false",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "true",
                "group.consumer.min.heartbeat.interval.ms", "500",
                "group.consumer.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0");
    }

    String clusterId() {
        return clusterId;
    }

    /// The controller, as other nodes of the cluster know it.
    String controller() {
        return broker.getNodeId() + "@localhost:" + controllerPort;
    }

    String servers() {
        return broker.getAdvertisedListeners().replaceFirst(".*://", "");
    }

    /// The schema of the records, as the sink looks for it.
    static void writeSchemas(Path directory, Collection<String> topics) throws IOException {
        Files.createDirectories(directory);
        for (String topic : topics) {
            Files.writeString(directory.resolve(topic + ".schema.json"), SCHEMA);
        }
    }

    /// The same, but a record needs no number.
    static void writeRelaxedSchema(Path directory, String topic) throws IOException {
        Files.writeString(directory.resolve(topic + ".schema.json"), RELAXED);
    }

    /// The schema of the records.
    static InputStream schema() {
        return new ByteArrayInputStream(SCHEMA.getBytes(StandardCharsets.UTF_8));
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers()));
    }

    void create(Collection<String> topics) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            CreatedTopics.await(admin.createTopics(
                    topics.stream().map(DiskKafka::ofOnePartition).toList()));
        }
    }

    /// Creates a topic of one partition whose batches may have so many bytes.
    void create(String topic, int mostBytes) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            CreatedTopics.await(admin.createTopics(
                    List.of(ofOnePartition(topic).configs(Map.of("max.message.bytes", Integer.toString(mostBytes))))));
        }
    }

    /// Sends a record whose origin has so many letters, at random as nothing is to make it smaller.
    void sendLarge(String topic, int number, int letters) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers(), "max.request.size", 1 << 27, "buffer.memory", 1L << 28);
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            Instant at = FIRST.plusSeconds(number);
            String origin = new Random(number)
                    .ints(letters, 'a', 'z' + 1)
                    .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                    .toString();
            String value = "{\"origin\":\"%s\",\"number\":%d,\"timestamp\":\"%s\"}".formatted(origin, number, at);
            producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), "key", value))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Failed to send to " + topic, e);
        }
    }

    private static NewTopic ofOnePartition(String topic) {
        return new NewTopic(topic, 1, (short) 1);
    }

    /// Deletes the topic and creates it again: the name stays, its records and its ID do not.
    void recreate(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            delete(admin, topic);
            await().ignoreExceptions()
                    .untilAsserted(() -> admin.createTopics(List.of(ofOnePartition(topic)))
                            .all()
                            .get());
        }
    }

    private static void delete(Admin admin, String topic) throws ExecutionException, InterruptedException {
        try {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            // On a loaded machine the client sends a request again whose answer is late: the first one has done it.
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    /// Sends records that say who they are: their origin, and the numbers from `first` to `last` in it. Returns when
    /// Kafka has acknowledged them.
    void send(String topic, String origin, int first, int last) {
        send(List.of(topic), origin, first, last);
    }

    /// Sends a record without a number.
    void sendUnnumbered(String topic, String origin) {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers()), new StringSerializer(), new StringSerializer())) {
            String value = "{\"origin\":\"%s\",\"timestamp\":\"%s\"}".formatted(origin, FIRST);
            producer.send(new ProducerRecord<>(topic, null, FIRST.toEpochMilli(), "key", value))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Failed to send to " + topic, e);
        }
    }

    /// Sends the same to each of the topics.
    void send(Collection<String> topics, String origin, int first, int last) {
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers()), new StringSerializer(), new StringSerializer())) {
            for (int number = first; number <= last; number++) {
                Instant at = FIRST.plusSeconds(number);
                String value = "{\"origin\":\"%s\",\"number\":%d,\"timestamp\":\"%s\"}".formatted(origin, number, at);
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (String topic : topics) {
                    sent.add(producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), "key", value)));
                }
                // Each in a batch of its own, so that a log can be cut between any two.
                for (Future<RecordMetadata> one : sent) {
                    one.get();
                }
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("Failed to send to " + topics, e);
        }
    }

    /// Moves a group's offset as an operator does. The group must have no members.
    void moveOffset(String group, String topic, long offset) throws ExecutionException, InterruptedException {
        moveOffset(group, List.of(topic), offset);
    }

    /// Moves a group's offsets of several topics.
    void moveOffset(String group, Collection<String> topics, long offset)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets = topics.stream()
                .collect(toMap(topic -> new TopicPartition(topic, 0), _ -> new OffsetAndMetadata(offset)));
        try (Admin admin = admin()) {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        }
    }

    /// Deletes the group's offset of a topic. The group must have no members.
    void deleteOffset(String group, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteConsumerGroupOffsets(group, Set.of(new TopicPartition(topic, 0)))
                    .all()
                    .get();
        }
    }

    /// Deletes a group, which must have no members.
    void deleteGroup(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteConsumerGroups(Set.of(group)).all().get();
        }
    }

    /// Deletes the records before `offset`, as retention does.
    void deleteBefore(String topic, long offset) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    /// Stops the broker, loses the records from `offset` on, and starts it again: as after a power failure without
    /// replicas, or after the election of a replica that lacked them. The next leader has a higher epoch.
    void loseFrom(String topic, long offset) throws IOException {
        stop();
        Files.deleteIfExists(folder.resolve(".kafka_cleanshutdown"));
        for (File file : files(topic)) {
            if (file.getName().endsWith(LOG)) {
                truncate(file, offset);
            } else if (file.getName().endsWith("index")) {
                Files.delete(file.toPath());
            }
        }
        startAgain();
    }

    /// Changes a byte of the record at `offset` on the disk, and starts the broker again.
    void damage(String topic, long offset) throws IOException {
        stop();
        for (File log : files(topic)) {
            if (!log.getName().endsWith(LOG)) {
                continue;
            }
            try (FileRecords records = FileRecords.open(log);
                    RandomAccessFile file = new RandomAccessFile(log, "rw")) {
                for (FileChannelRecordBatch batch : records.batches()) {
                    if (batch.baseOffset() == offset) {
                        file.seek(batch.position() + batch.sizeInBytes() - 5L);
                        file.write('?');
                    }
                }
            }
        }
        startAgain();
    }

    private File[] files(String topic) {
        return Objects.requireNonNull(folder.resolve(topic + "-0").toFile().listFiles());
    }

    /// Lets clients do everything with the topic but read it.
    void forbidReading(String topic) throws ExecutionException, InterruptedException {
        deny(topic, AclOperation.READ);
    }

    /// Undoes [#forbidReading].
    void permitReading(String topic) throws ExecutionException, InterruptedException {
        permit(topic, AclOperation.READ);
    }

    /// Lets clients do everything with the topic but learn that it is there.
    void hide(String topic) throws ExecutionException, InterruptedException {
        deny(topic, AclOperation.DESCRIBE);
    }

    /// Undoes [#hide].
    void show(String topic) throws ExecutionException, InterruptedException {
        permit(topic, AclOperation.DESCRIBE);
    }

    private void deny(String topic, AclOperation operation) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createAcls(List.of(
                            acl(topic, operation, AclPermissionType.DENY),
                            acl(topic, AclOperation.ALL, AclPermissionType.ALLOW)))
                    .all()
                    .get();
        }
    }

    private void permit(String topic, AclOperation operation) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteAcls(List.of(
                            acl(topic, operation, AclPermissionType.DENY).toFilter()))
                    .all()
                    .get();
        }
    }

    private static AclBinding acl(String topic, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:*", "*", operation, permission));
    }

    /// Stops the broker, and starts it with the disk that `copy` has.
    void restore(Path copy) throws IOException {
        stop();
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-before-" + copy.getFileName()));
        Files.move(copy, folder);
        startAgain();
    }

    /// Stops the broker; its clients cannot reach it until it is started again.
    void stop() {
        broker.close();
    }

    /// Starts the broker at the same address, with all that it has stored.
    void startAgain() {
        broker = start();
    }

    /// Starts another cluster at the same address, with nothing of the former one, which is stopped.
    void buildAgain() {
        folder = folder.resolveSibling(folder.getFileName() + "-again");
        clusterId = Uuid.randomUuid().toString();
        broker = start();
    }

    private static void truncate(File log, long offset) throws IOException {
        try (FileRecords records = FileRecords.open(log)) {
            for (FileChannelRecordBatch batch : records.batches()) {
                if (batch.baseOffset() >= offset) {
                    records.truncateTo(batch.position());
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
