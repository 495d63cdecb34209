package smartcity.audit.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.report.AuditFailedException;

/// The consumer group that lands the topics. This only reads its state: it does not join or change the group.
public final class SinkGroup implements AutoCloseable {
    /// Time limit of one request [chosen, not measured].
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

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

    /// The group's position in each partition that it has committed.
    public Map<TopicPartition, GroupPosition> positions() {
        Map<TopicPartition, GroupPosition> positions = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = answer(
                "read the offsets of group " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                positions.put(partition, position(offset));
            }
        });
        return positions;
    }

    /// The first offset of each partition of the topics, without those that do not exist.
    public Map<TopicPartition, Long> earliest(Collection<String> topics) {
        Set<String> existing = answer("list topics", admin.listTopics().names());
        Set<String> requested = topics.stream().filter(existing::contains).collect(Collectors.toSet());
        Map<TopicPartition, OffsetSpec> request = new HashMap<>();
        answer("describe topics " + requested, admin.describeTopics(requested).allTopicNames())
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
        return RecordOffsets.open(settings, partition, from);
    }

    private static GroupPosition position(OffsetAndMetadata offset) {
        JsonNode mark = json(offset.metadata());
        JsonNode end = mark.path("end");
        return new GroupPosition(
                offset.offset(),
                end.canConvertToLong() && end.asLong() > offset.offset() ? end.asLong() : null,
                mark.path("era").asInt(0),
                mark.path("topicId").isTextual() ? mark.path("topicId").asText() : null);
    }

    private static JsonNode json(String metadata) {
        try {
            return JSON.readTree(metadata);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /// The IDs of the topics, without those that do not exist.
    public Map<String, String> topicIds(Collection<String> topics) {
        Set<String> existing = answer("list topics", admin.listTopics().names());
        Set<String> requested = topics.stream().filter(existing::contains).collect(Collectors.toSet());
        Map<String, String> ids = new HashMap<>();
        answer("describe topics " + requested, admin.describeTopics(requested).allTopicNames())
                .forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
        return ids;
    }

    private <T> T answer(String action, KafkaFuture<T> future) {
        try {
            return future.get(REQUEST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AuditFailedException(
                    "Failed to " + action + " in Kafka: " + KafkaFailureReason.text(e.getCause(), servers()), e);
        } catch (TimeoutException e) {
            throw new AuditFailedException(
                    "Failed to " + action + " in Kafka: no answer for " + REQUEST_TIMEOUT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditFailedException("Interrupted before Kafka could " + action, e);
        }
    }

    private String servers() {
        return String.valueOf(settings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
