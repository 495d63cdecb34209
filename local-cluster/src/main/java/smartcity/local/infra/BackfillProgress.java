package smartcity.local.infra;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;
import smartcity.local.child.LaunchException;

/// What simulators have emitted of a period, by the progress that the shards of each have committed in Kafka; it does
/// not depend on their processes.
///
/// The metadata of a committed offset is a [ShardProgress]; a run of another seed or period leaves its own there. One
/// thread at a time.
public final class BackfillProgress implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    /// Kafka records within it the end of a transaction whose producer has ended; chosen, not measured.
    private static final Duration TRANSACTION_END = Duration.ofSeconds(2);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final SimulatedPeriod period;
    private final SimulationIdentity simulation;
    private final Admin admin;
    private final Map<String, Instant> reached = new HashMap<>();

    /// Connects to the broker when it is there; sends nothing yet.
    public BackfillProgress(String bootstrapServers, long seed, SimulatedPeriod period) {
        this.period = period;
        this.simulation = new SimulationIdentity(seed, period.from(), null, 1, period.until());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers, "reconnect.backoff.max.ms", "200"));
    }

    public SimulatedPeriod period() {
        return period;
    }

    /// Whether the service has emitted anything of the period, and no other city since.
    public boolean isBegun(String service) {
        return shardProgress(service, false).findAny().isPresent();
    }

    /// The instant before which the service has emitted everything of the period, as far as is known; the
    /// start while one of its shards has emitted nothing.
    public Instant until(String service) {
        update(service);
        return reached.getOrDefault(service, period.from());
    }

    /// Whether the service has emitted all of the period; waits for the end of its last transaction, so call it when
    /// none of its processes runs.
    public boolean isComplete(String service) {
        long deadline = System.nanoTime() + TRANSACTION_END.toNanos();
        while (!update(service) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return !reached.getOrDefault(service, period.from()).isBefore(period.until());
    }

    /// Returns whether all shards are known; one whose transaction is open is not.
    private boolean update(String service) {
        List<Instant> emitted = shardProgress(service, true).sorted().toList();
        boolean all = !emitted.isEmpty() && emitted.size() >= shards(service);
        if (all) {
            reached.put(service, emitted.getFirst());
        }
        return all;
    }

    /// @param decided whether to leave out shards whose transaction is open
    private Stream<Instant> shardProgress(String service, boolean decided) {
        ListConsumerGroupOffsetsOptions options = new ListConsumerGroupOffsetsOptions().requireStable(decided);
        return answer(service, admin.listConsumerGroupOffsets(service, options).partitionsToOffsetAndMetadata())
                .stream()
                .flatMap(offsets -> offsets.values().stream())
                .flatMap(offset -> emittedUntil(offset.metadata()).stream());
    }

    /// Empty for the progress of another simulation.
    private Optional<Instant> emittedUntil(String metadata) {
        return ShardProgress.parse(metadata)
                .filter(progress -> progress.simulation().equals(simulation))
                .map(ShardProgress::emittedUntil);
    }

    private int shards(String service) {
        String topic = ShardProgress.topicOf(service);
        return answer(service, admin.describeTopics(List.of(topic)).allTopicNames())
                .map(topics -> topics.values().stream()
                        .mapToInt(description -> description.partitions().size())
                        .sum())
                .orElse(Integer.MAX_VALUE);
    }

    /// Empty while the group or topic does not exist.
    private static <T> Optional<T> answer(String service, KafkaFuture<T> future) {
        try {
            return Optional.of(future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failed(service, e);
        } catch (TimeoutException e) {
            throw failed(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(service, e);
        }
    }

    private static LaunchException failed(String service, Exception cause) {
        return new LaunchException(
                "Failed to read the progress of " + service + " from Kafka: " + KafkaFailure.reason(cause, TIMEOUT),
                cause);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
