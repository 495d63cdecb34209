package smartcity.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import smartcity.event.Event;
import smartcity.event.EventJson;

/// Partitions of a topic that the service reads already, with records that were there before it reads them.
final class LatePartitions implements AutoCloseable {
    private static final String GROUPS = "city-view-";

    private final Map<String, Object> broker;
    private final String topic;
    private final Admin admin;

    /// @param servers of the broker that has the topic
    LatePartitions(String servers, String topic) {
        this.broker = Map.of("bootstrap.servers", servers);
        this.topic = topic;
        this.admin = Admin.create(broker);
    }

    /// Adds a partition of which the service begins to read when these events are in it, in this order; returns its
    /// number. Adds another one when the service was faster.
    int add(List<Event> events) throws Exception {
        while (true) {
            int partition = Objects.requireNonNull(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic))
                    .partitions()
                    .size();
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partition + 1)))
                    .all()
                    .get();
            try (KafkaProducer<String, byte[]> producer = producer(Map.of())) {
                for (Event event : events) {
                    producer.send(record(partition, event)).get();
                }
            }
            if (!assigned().contains(new TopicPartition(topic, partition))) {
                return partition;
            }
        }
    }

    /// Produces an event in a transaction that is aborted, and one in a transaction that is committed.
    void abortThenCommit(int partition, Event aborted, Event committed) throws Exception {
        try (KafkaProducer<String, byte[]> producer = producer(
                Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString()))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(partition, aborted)).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record(partition, committed)).get();
            producer.commitTransaction();
        }
    }

    /// All that the groups of the service have committed.
    Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
        for (String group : groups()) {
            all.putAll(admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get());
        }
        return all;
    }

    /// The consumer groups of the service.
    List<String> groups() throws Exception {
        return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(GROUPS))
                .toList();
    }

    private Set<TopicPartition> assigned() throws Exception {
        return admin.describeConsumerGroups(groups()).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(broker);
        all.putAll(settings);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    private ProducerRecord<String, byte[]> record(int partition, Event event) {
        return new ProducerRecord<>(
                topic, partition, event.timestamp().toEpochMilli(), event.deviceId(), new EventJson().encode(event));
    }

    @Override
    public void close() {
        admin.close();
    }
}
