package smartcity.emission.shard;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
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

/// The replicas of a service, a consumer group over the topic of its shards: who owns a partition owns the shard.
///
/// The topic is empty. What a shard carries from owner to owner is the metadata of its committed offset, because Kafka
/// commits that in one transaction with the events, refuses it from who is no longer in the group, and lets a new
/// owner wait until the old one's last transaction is decided.
@ApplicationScoped
@Unremovable
@Identifier("shards")
public class ShardGroup implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(ShardGroup.class);

    /// A shard that moves waits so long for its old owner's last commit; chosen. Without it the commit is refused, and
    /// the new owner tells the same once more.
    private static final Duration HANDOVER = Duration.ofSeconds(3);

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Map<Integer, ShardAssignment.Mark> marks = new HashMap<>();
    private @Nullable ConsumerGroupMetadata member;
    private long version;
    private long taken;
    private boolean left;

    ShardGroup(MeterRegistry meters) {
        meters.gauge("smartcity.shards.owned", this, ShardGroup::owned);
    }

    /// Shards that this process owns.
    public synchronized int owned() {
        return marks.size();
    }

    /// Waits until this process owns shards other than by an earlier version; empty when ended before.
    synchronized Optional<ShardAssignment> awaitChange(long seen, BooleanSupplier ended) throws InterruptedException {
        while (!ended.getAsBoolean()) {
            taken = version;
            notifyAll();
            ConsumerGroupMetadata as = member;
            if (version != seen && !marks.isEmpty() && as != null) {
                return Optional.of(new ShardAssignment(version, Map.copyOf(marks), as));
            }
            wait(LOOK.toMillis());
        }
        return Optional.empty();
    }

    /// Whether the assignment is no longer that of a version.
    synchronized boolean hasChanged(long seen) {
        return version != seen;
    }

    /// Tells that nobody asks any more, so that nobody is waited for.
    synchronized void leave() {
        left = true;
        notifyAll();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        synchronized (this) {
            for (TopicPartition partition : partitions) {
                Optional<ShardProgress> progress = Optional.ofNullable(committed.get(partition))
                        .flatMap(offset -> ShardProgress.parse(offset.metadata()));
                marks.put(partition.partition(), new ShardAssignment.Mark(progress));
            }
            member = consumer.groupMetadata();
            changed();
        }
        LOG.infof("Took over shards=%d owned=%d", partitions.size(), owned());
    }

    @Override
    public synchronized void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        drop(partitions);
        long end = System.nanoTime() + HANDOVER.toNanos();
        while (taken < version && !left && System.nanoTime() < end) {
            try {
                wait(LOOK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        LOG.infof("Gave up shards=%d owned=%d", partitions.size(), marks.size());
    }

    @Override
    public synchronized void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        drop(partitions);
        LOG.warnf(
                "Lost shards=%d owned=%d: this process was away for longer than the session timeout",
                partitions.size(), marks.size());
    }

    private void drop(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> marks.remove(partition.partition()));
        changed();
    }

    private void changed() {
        version++;
        notifyAll();
    }
}
