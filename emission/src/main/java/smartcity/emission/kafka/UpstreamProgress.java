package smartcity.emission.kafka;

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
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

/// The progress of the services whose topics are read, by what their shards have committed.
public final class UpstreamProgress {
    private static final Logger LOG = Logger.getLogger(UpstreamProgress.class);

    private final Admin admin;
    private final List<String> services;
    private final SimulationIdentity simulation;

    /// @param services whose progress counts
    /// @param simulation progress of others does not count
    public UpstreamProgress(Admin admin, List<String> services, SimulationIdentity simulation) {
        this.admin = admin;
        this.services = List.copyOf(services);
        this.simulation = simulation;
    }

    /// The instant before which all services have emitted everything; empty while one of their shards has no progress,
    /// or Kafka does not answer.
    Optional<Instant> emittedUntil() throws InterruptedException {
        Instant first = Instant.MAX;
        for (String service : services) {
            Optional<Instant> emitted = emittedUntil(service);
            if (emitted.isEmpty()) {
                return emitted;
            }
            first = emitted.get().isBefore(first) ? emitted.get() : first;
        }
        return Optional.of(first);
    }

    private Optional<Instant> emittedUntil(String service) throws InterruptedException {
        try {
            int shards =
                    admin
                            .describeTopics(List.of(ShardProgress.topicOf(service)))
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
            List<Instant> emitted = offsets.values().stream()
                    .flatMap(offset -> ShardProgress.parse(offset.metadata()).stream())
                    .filter(progress -> progress.simulation().equals(simulation))
                    .map(ShardProgress::emittedUntil)
                    .sorted()
                    .toList();
            return emitted.size() < shards ? Optional.empty() : Optional.of(emitted.getFirst());
        } catch (ExecutionException e) {
            LOG.debugf(e.getCause(), "Failed to read the progress of service=%s", service);
            return Optional.empty();
        }
    }
}
