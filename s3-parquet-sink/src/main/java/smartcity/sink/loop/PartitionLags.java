package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/// Knows how far behind each partition is. A fetch tells it along with the records; before the first one and while a
/// partition is paused, Kafka is asked.
final class PartitionLags {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private record Stand(long position, Instant since) {}

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Stand> stands = new HashMap<>();
    private Instant nextLook = Instant.MIN;
    private Instant nextTry = Instant.MIN;

    PartitionLags(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /// Forgets a partition that is ours no longer.
    void forget(TopicPartition partition) {
        ends.remove(partition);
        stands.remove(partition);
    }

    /// Asks for what no fetch tells, when it is time.
    void look(Collection<Lane> running, Instant now) {
        if (now.isBefore(nextTry)) {
            return;
        }
        boolean again = !now.isBefore(nextLook);
        Set<TopicPartition> paused = again ? consumer.paused() : Set.of();
        Set<TopicPartition> asked = running.stream()
                .map(Lane::partition)
                .filter(partition -> !ends.containsKey(partition) || paused.contains(partition))
                .collect(Collectors.toSet());
        nextLook = again ? now.plus(EVERY) : nextLook;
        if (!asked.isEmpty()) {
            ask(asked, now);
        }
    }

    private void ask(Set<TopicPartition> partitions, Instant now) {
        try {
            ends.putAll(consumer.endOffsets(partitions, TIMEOUT));
        } catch (RetriableException e) {
            nextTry = now.plus(EVERY);
        }
    }

    /// The offset behind the partition's last record; -1 while it is not known.
    long end(Lane lane) {
        OptionalLong readUpTo = lane.readUpTo();
        if (readUpTo.isEmpty()) {
            return -1;
        }
        long fetched = consumer.currentLag(lane.partition()).stream()
                .map(lag -> readUpTo.getAsLong() + lag)
                .findFirst()
                .orElse(-1);
        return ends.merge(lane.partition(), fetched, Math::max);
    }

    /// Since when nothing has been read of the partition although there is something to read, or since when it has been
    /// looked for where to go on; `now` when neither.
    Instant standsSince(Lane lane, long end, Instant now) {
        boolean caughtUp = lane.resumed() && end <= lane.position().orElse(-1);
        return stands.compute(lane.partition(), (_, before) -> {
                    boolean moved =
                            before == null || before.position != lane.position().orElse(-1);
                    return moved || caughtUp ? new Stand(lane.position().orElse(-1), now) : before;
                })
                .since;
    }
}
