package smartcity.local.infra;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import smartcity.local.child.LaunchException;

/// Counts the committed records of topics. Offsets do not show them: every transaction writes a marker,
/// which takes an offset in each partition, and aborted records take offsets too.
///
/// Reads all that is in the topics once, at about a million records a second, and then what is new. For one thread.
public final class RecordCount implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    /// Records are counted, not parsed.
    private static final Deserializer<Object> NOTHING = (_, _) -> "";

    private final List<String> topics;
    private final Optional<SimulatedPeriod> watched;
    private final KafkaConsumer<Object, Object> consumer;
    private final Map<TopicPartition, LandedRecords> partitions = new HashMap<>();

    /// Records of the watched period.
    private final Map<String, Long> inside = new HashMap<>();

    /// Connects to the broker when it is there; reads nothing yet.
    ///
    /// @param watched the period that [#inside] counts
    public RecordCount(String bootstrapServers, List<String> topics, Optional<SimulatedPeriod> watched) {
        this.watched = watched;
        this.topics = List.copyOf(topics);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "allow.auto.create.topics",
                        "false",
                        "max.poll.records",
                        20_000,
                        "reconnect.backoff.max.ms",
                        200,
                        "default.api.timeout.ms",
                        (int) TIMEOUT.toMillis()),
                NOTHING,
                NOTHING);
    }

    /// What is produced now, and how much of it has landed: neither number ever decreases while the committed offsets
    /// do not.
    ///
    /// @param committed offsets up to which all has landed
    public List<TopicProgress> progress(Map<TopicPartition, Long> committed) {
        catchUp();
        Map<String, Long> produced = new HashMap<>();
        Map<String, Long> landed = new HashMap<>();
        partitions.forEach((partition, records) -> {
            produced.merge(partition.topic(), records.count(), Long::sum);
            landed.merge(partition.topic(), records.before(committed.getOrDefault(partition, 0L)), Long::sum);
        });
        return topics.stream()
                .map(topic ->
                        new TopicProgress(topic, produced.getOrDefault(topic, 0L), landed.getOrDefault(topic, 0L)))
                .toList();
    }

    /// Records of the topic whose event time is within the watched period; 0 when none is watched.
    public long inside(String topic) {
        catchUp();
        return inside.getOrDefault(topic, 0L);
    }

    private void catchUp() {
        try {
            read();
        } catch (KafkaException e) {
            throw new LaunchException("Failed to count the records of " + topics + ": " + e.getMessage(), e);
        }
    }

    private void read() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
        }
        Map<TopicPartition, Long> wanted = consumer.endOffsets(consumer.assignment());
        while (wanted.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<Object, Object> record : consumer.poll(POLL)) {
                partitions
                        .computeIfAbsent(
                                new TopicPartition(record.topic(), record.partition()), _ -> new LandedRecords())
                        .add(record.offset());
                if (watched.isPresent() && watched.get().holds(record.timestamp())) {
                    inside.merge(record.topic(), 1L, Long::sum);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
