package smartcity.sink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import smartcity.sink.batch.FileLimit;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.json.JsonFormat;
import smartcity.sink.json.UnknownFields;
import smartcity.sink.jsonschema.JsonSchemaReader;
import smartcity.sink.loop.LoopSteps;
import smartcity.sink.loop.TopicDecoder;
import smartcity.sink.parquet.ParquetFiles;
import smartcity.sink.record.RecordColumns;
import smartcity.sink.record.RecordRules;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.NewObject;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.RowPlacement;
import smartcity.sink.topic.TimeRange;

/// Lands what it is asked to, whatever has become of the topic, of its log and of the group: a sink without the
/// protections against that. Decoder, files and names are the sink's own, so its objects are those that such a sink
/// would leave. For one thread.
///
/// @param lake has each object as the sink writes it
/// @param unidentified has the same objects without topic IDs, which former versions did not state
record UnprotectedSink(Path lake, Path unidentified) {
    private static final TimeRange ANY_TIME =
            new TimeRange(DiskKafka.FIRST.minus(Duration.ofDays(1)), DiskKafka.FIRST.plus(Duration.ofDays(1)));
    private static final String TOPIC_ID = "smartcity.topic.id";

    /// As long as the entry that it stands for, so that the footer stays valid.
    private static final String NOT_TOPIC_ID = "smartcity.unstated";

    /// Which topics the names stand for now.
    static Map<String, TopicIdentity> identities(DiskKafka kafka, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<String, TopicIdentity> identities = new HashMap<>();
        try (Admin admin = kafka.admin()) {
            String cluster = admin.describeCluster().clusterId().get();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, topic) -> identities.put(
                            name, new TopicIdentity(cluster, topic.topicId().toString())));
        }
        return identities;
    }

    /// Which topic the name stands for now.
    static TopicIdentity identity(DiskKafka kafka, String topic) throws ExecutionException, InterruptedException {
        return identities(kafka, List.of(topic)).values().iterator().next();
    }

    /// The records that Kafka has now from the offset `first` up to, not including, `end`.
    static List<ConsumerRecord<ByteBuffer, ByteBuffer>> read(DiskKafka kafka, String topic, long first, long end) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> found = new ArrayList<>();
        try (KafkaConsumer<ByteBuffer, ByteBuffer> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.servers(), "auto.offset.reset", "none"),
                new ByteBufferDeserializer(),
                new ByteBufferDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, first);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).records(partition).stream()
                        .filter(record -> record.offset() < end)
                        .forEach(found::add);
            }
        }
        return found;
    }

    /// Lands what Kafka has now from `first` up to, not including, `end` as one cut of the topic that it has now.
    void land(DiskKafka kafka, String topic, long first, long end) throws Exception {
        land(identity(kafka, topic), read(kafka, topic, first, end));
    }

    /// Lands these records as one cut of a topic.
    void land(TopicIdentity topic, List<ConsumerRecord<ByteBuffer, ByteBuffer>> records) throws IOException {
        for (NewObject object : objects(topic, records)) {
            store(object);
        }
    }

    /// The objects of a cut of these records, which lie in one partition and follow each other.
    List<NewObject> objects(TopicIdentity identity, List<ConsumerRecord<ByteBuffer, ByteBuffer>> records) {
        String name = records.getFirst().topic();
        RowPlacement placement = new RowPlacement(schema(), Layout.byHour(""));
        LandedTopic topic = new LandedTopic(name, placement, ANY_TIME, "", FileSettings.USUAL, Optional.empty());
        TopicDecoder decoder = new TopicDecoder(
                topic,
                new RecordColumns(topic.schema(), RecordRules.NONE),
                new JsonFormat(topic.schema(), UnknownFields.IGNORE));
        try (ParquetFiles files = new ParquetFiles()) {
            PartitionBatch batch = new PartitionBatch(
                    files,
                    placement,
                    new RecordOrigin(new TopicPartition(name, 0), identity, 0, topic.rules()),
                    records.getFirst().offset(),
                    FileLimit.upTo(10));
            records.forEach(record -> LoopSteps.take(decoder, record, batch));
            return batch.close(records.getLast().offset() + 1);
        }
    }

    private static RecordSchema schema() {
        return JsonSchemaReader.read("numbered", DiskKafka.schema());
    }

    /// Stores an object in both lakes.
    void store(NewObject object) throws IOException {
        try (InputStream content = object.content().stream()) {
            byte[] bytes = content.readAllBytes();
            write(lake.resolve(object.key()), bytes);
            // Of single bytes, so that each byte stays as it is.
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(TOPIC_ID, NOT_TOPIC_ID);
            write(unidentified.resolve(object.key()), text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
