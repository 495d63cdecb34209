package smartcity.emission.kafka.shard;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.identity.ShardProgress;

/// The replicas of a service, a consumer group over the topic of its shards: the owner of a partition owns the shard.
///
/// The topic is empty. A shard's progress passes from owner to owner as the metadata of its committed offset, because
/// Kafka commits that in one transaction with the events, refuses it from a process that is no longer in the group, and
/// makes a new owner wait until the old one's last transaction is decided. Safe for use by several threads.
public final class ShardGroup {
    private static final Logger LOG = Logger.getLogger(ShardGroup.class);

    /// A shard that moves waits so long for its old owner's last commit; chosen. Without it the commit is refused, and
    /// the new owner emits the same events once more.
    private static final Duration HANDOVER = Duration.ofSeconds(3);

    private static final Duration CHECK = Duration.ofMillis(100);

    private final Map<Integer, ShardAssignment.Claim> claims = new HashMap<>();
    private @Nullable ConsumerGroupMetadata member;
    private long version;
    private long taken;
    private boolean left;

    /// Shards that this process owns.
    public synchronized int owned() {
        return claims.size();
    }

    /// Waits until this process owns shards, and not by a given version; empty when stopped before.
    synchronized Optional<ShardAssignment> awaitChange(long since, BooleanSupplier stopped)
            throws InterruptedException {
        while (!stopped.getAsBoolean()) {
            taken = version;
            notifyAll();
            ConsumerGroupMetadata current = member;
            if (version != since && !claims.isEmpty() && current != null) {
                return Optional.of(new ShardAssignment(version, Map.copyOf(claims), current));
            }
            wait(CHECK.toMillis());
        }
        return Optional.empty();
    }

    /// Whether the assignment is no longer that of a version.
    synchronized boolean hasChanged(long since) {
        return version != since;
    }

    /// Stops waiting for the emission at a handover, because it has ended.
    synchronized void leave() {
        left = true;
        notifyAll();
    }

    /// Takes over partitions; called on the polling thread.
    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        synchronized (this) {
            for (TopicPartition partition : partitions) {
                Optional<ShardProgress> progress = Optional.ofNullable(committed.get(partition))
                        .flatMap(offset -> ShardProgress.parse(offset.metadata()));
                claims.put(partition.partition(), new ShardAssignment.Claim(progress));
            }
            member = consumer.groupMetadata();
            changed();
        }
        LOG.infof("Assigned shards=%d owned=%d", partitions.size(), owned());
    }

    /// Releases revoked partitions, and waits for the emission's last commit of them; called on the polling thread.
    public synchronized void revoked(Collection<TopicPartition> partitions) {
        drop(partitions);
        long end = System.nanoTime() + HANDOVER.toNanos();
        while (taken < version && !left && System.nanoTime() < end) {
            try {
                wait(CHECK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.infof("Revoked shards=%d owned=%d", partitions.size(), claims.size());
    }

    /// Drops partitions that others may own already; called on the polling thread.
    public synchronized void lost(Collection<TopicPartition> partitions) {
        drop(partitions);
        LOG.warnf(
                "Lost shards=%d owned=%d: this process did not poll within the session timeout",
                partitions.size(), claims.size());
    }

    private void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> claims.remove(partition.partition()));
        changed();
    }

    private void changed() {
        version++;
        notifyAll();
    }
}
