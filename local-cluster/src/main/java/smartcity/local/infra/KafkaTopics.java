package smartcity.local.infra;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import smartcity.local.child.LaunchException;

/// The city's topics in Kafka, their creation, size, consumption and newest event.
public final class KafkaTopics implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final List<String> names;
    private final String sinkGroup;
    private final Admin admin;

    /// Connects to the broker when it is there; sends nothing yet.
    ///
    /// @param names the topics, in the order users read them
    /// @param sinkGroup consumer group whose committed offsets say what has landed
    public KafkaTopics(String bootstrapServers, List<String> names, String sinkGroup) {
        this.names = List.copyOf(names);
        this.sinkGroup = sinkGroup;
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("reconnect.backoff.max.ms", "200");
        this.admin = Admin.create(properties);
    }

    /// Whether the broker serves requests now.
    public boolean brokerAnswers() {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Creates the topics that do not exist; those that do keep their partitions.
    public void createMissing(int partitions) {
        Set<String> missing = new HashSet<>(names);
        missing.removeAll(answer("list topics", admin.listTopics().names()));
        List<NewTopic> topics = missing.stream()
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        admin.createTopics(topics).values().forEach(KafkaTopics::awaitCreation);
        awaitKnown();
    }

    /// A broker that has just started may ask its controller twice, and be refused what the first request has created.
    private static void awaitCreation(String topic, KafkaFuture<Void> creation) {
        try {
            answer("create topic " + topic, creation);
        } catch (LaunchException e) {
            if (!causedBy(TopicExistsException.class, e)) {
                throw e;
            }
        }
    }

    private static boolean causedBy(Class<? extends ApiException> reason, LaunchException thrown) {
        return thrown.getCause() instanceof ExecutionException failed && reason.isInstance(failed.getCause());
    }

    /// The controller answers when a topic is created; the broker may learn of it a moment later.
    private void awaitKnown() {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!areKnown() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
    }

    private boolean areKnown() {
        try {
            var _ = partitions();
            return true;
        } catch (LaunchException e) {
            return !causedBy(UnknownTopicOrPartitionException.class, e);
        }
    }

    /// Produced and landed offsets per topic, in the order of the names: records, where nobody writes in transactions.
    public List<TopicProgress> progress() {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, Long> begin = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        List<TopicProgress> progress = new ArrayList<>();
        for (String name : names) {
            long produced = 0;
            long landed = 0;
            for (TopicPartition partition : partitions) {
                if (partition.topic().equals(name)) {
                    long first = begin.getOrDefault(partition, 0L);
                    produced += end.getOrDefault(partition, first) - first;
                    landed += Math.max(first, committed.getOrDefault(partition, first)) - first;
                }
            }
            progress.add(new TopicProgress(name, produced, landed));
        }
        return progress;
    }

    /// The greatest event time in any topic; empty while all are.
    public Optional<Instant> newestEvent() {
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        partitions().forEach(partition -> request.put(partition, OffsetSpec.maxTimestamp()));
        return answer("read the newest event times", admin.listOffsets(request).all()).values().stream()
                .map(ListOffsetsResultInfo::timestamp)
                .filter(timestamp -> timestamp >= 0)
                .max(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private List<TopicPartition> partitions() {
        Collection<TopicDescription> topics = answer(
                        "describe topics " + names, admin.describeTopics(names).allTopicNames())
                .values();
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        partitions.forEach(partition -> request.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer("read offsets", admin.listOffsets(request).all())
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /// By partition, the offset up to which the sink has landed all; those without one are left out.
    public Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> answer = answer(
                "read the offsets of group " + sinkGroup,
                admin.listConsumerGroupOffsets(sinkGroup).partitionsToOffsetAndMetadata());
        answer.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        return committed;
    }

    private static <T> T answer(String what, KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LaunchException("Failed to " + what + " in Kafka: " + KafkaFailure.reason(e, TIMEOUT), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while Kafka was to " + what, e);
        }
    }
}
