package smartcity.emission.coupling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import smartcity.emission.shard.GroupMembership;
import smartcity.emission.shard.ShardProgress;

/// How far the services have come whose topics are read, by what their shards have committed.
final class UpstreamProgress {
    private static final Logger LOG = Logger.getLogger(UpstreamProgress.class);

    private final Admin admin;
    private final List<String> services;
    private final String city;

    /// @param services that must all have told
    /// @param city as in [ShardProgress]; what was told of another does not count
    UpstreamProgress(Admin admin, List<String> services, String city) {
        this.admin = admin;
        this.services = List.copyOf(services);
        this.city = city;
    }

    /// The instant before which all of them have told everything of this city; empty while one of their shards
    /// never has, or Kafka does not say.
    Optional<Instant> toldUntil() throws InterruptedException {
        Instant first = Instant.MAX;
        for (String service : services) {
            Optional<Instant> told = toldUntil(service);
            if (told.isEmpty()) {
                return told;
            }
            first = told.get().isBefore(first) ? told.get() : first;
        }
        return Optional.of(first);
    }

    private Optional<Instant> toldUntil(String service) throws InterruptedException {
        try {
            int shards =
                    admin
                            .describeTopics(List.of(GroupMembership.topicOf(service)))
                            .allTopicNames()
                            .get()
                            .values()
                            .stream()
                            .mapToInt(topic -> topic.partitions().size())
                            .sum();
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(
                            service, new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<Instant> told = offsets.values().stream()
                    .flatMap(offset -> ShardProgress.parse(offset.metadata()).stream())
                    .filter(progress -> progress.city().equals(city))
                    .map(ShardProgress::toldUntil)
                    .sorted()
                    .toList();
            return told.size() < shards ? Optional.empty() : Optional.of(told.getFirst());
        } catch (ExecutionException e) {
            LOG.debugf(e.getCause(), "Failed to ask how far it has come service=%s", service);
            return Optional.empty();
        }
    }
}
