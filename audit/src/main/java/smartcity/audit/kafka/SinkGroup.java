package smartcity.audit.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.audit.report.AuditFailedException;

/// The consumer group that lands the topics, seen from outside; it is not joined and not changed.
public final class SinkGroup implements AutoCloseable {
    /// How long one question may take [chosen, not measured].
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> settings;
    private final String group;
    private final Admin admin;

    /// @param settings of Kafka's clients: `bootstrap.servers`, security and the like
    public SinkGroup(Map<String, Object> settings, String group) {
        this.settings = Map.copyOf(settings);
        this.group = group;
        this.admin = Admin.create(this.settings);
    }

    public String name() {
        return group;
    }

    /// Where the group is in each partition it has committed.
    public Map<TopicPartition, GroupPosition> positions() {
        Map<TopicPartition, GroupPosition> positions = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = answer(
                "read the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, new GroupPosition(offset.offset(), pendingEnd(offset)));
            }
        });
        return positions;
    }

    /// The first offset of each partition of the topics; those that do not exist are left out.
    public Map<TopicPartition, Long> earliest(Collection<String> topics) {
        Set<String> there = answer("list topics", admin.listTopics().names());
        Set<String> wanted = topics.stream().filter(there::contains).collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        answer("describe topics " + wanted, admin.describeTopics(wanted).allTopicNames())
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(part -> request.put(
                                new TopicPartition(topic.name(), part.partition()), OffsetSpec.earliest())));
        Map<TopicPartition, Long> earliest = new HashMap<>();
        answer("read the first offsets", admin.listOffsets(request).all())
                .forEach((partition, info) -> earliest.put(partition, info.offset()));
        return earliest;
    }

    /// The offsets of the partition's records, from `from` on.
    public RecordOffsets records(TopicPartition partition, long from) {
        return new RecordOffsets(settings, partition, from);
    }

    private static @Nullable Long pendingEnd(OffsetAndMetadata offset) {
        try {
            JsonNode end = JSON.readTree(offset.metadata()).path("end");
            return end.canConvertToLong() && end.asLong() > offset.offset() ? end.asLong() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static <T> T answer(String what, KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new AuditFailedException("Failed to " + what + " in Kafka: " + (cause == null ? e : cause), e);
        } catch (TimeoutException e) {
            throw new AuditFailedException(
                    "Failed to " + what + " in Kafka: no answer for " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailedException("Interrupted while Kafka was to " + what, e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
