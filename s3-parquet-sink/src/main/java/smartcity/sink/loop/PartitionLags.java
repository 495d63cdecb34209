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
import org.apache.kafka.common.errors.TopicAuthorizationException;
import smartcity.sink.kafka.PartitionLeaders;

/// The lag of each partition. A fetch reports it together with the records; before the first fetch and while a
/// partition is paused, it is requested from Kafka.
final class PartitionLags {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private record Progress(OptionalLong position, Instant since) {}

    private final Consumer<?, ?> consumer;
    private final PartitionLeaders leaders;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Progress> progress = new HashMap<>();
    private Instant nextLook = Instant.MIN;
    private Instant nextTry = Instant.MIN;

    PartitionLags(Consumer<?, ?> consumer) {
        this.consumer = consumer;
        this.leaders = new PartitionLeaders(consumer);
    }

    /// Forgets a partition that is not assigned any more.
    void forget(TopicPartition partition) {
        ends.remove(partition);
        progress.remove(partition);
    }

    /// Requests the ends that no fetch reports, when it is time.
    void refresh(Collection<Lane> running, Instant now) {
        if (now.isBefore(nextTry)) {
            return;
        }
        boolean again = !now.isBefore(nextLook);
        Set<TopicPartition> paused = again ? consumer.paused() : Set.of();
        Set<TopicPartition> missing = running.stream()
                .map(Lane::partition)
                .filter(partition -> !ends.containsKey(partition) || paused.contains(partition))
                .collect(Collectors.toSet());
        nextLook = again ? now.plus(EVERY) : nextLook;
        if (!missing.isEmpty()) {
            request(missing, now);
        }
    }

    private void request(Set<TopicPartition> partitions, Instant now) {
        try {
            Set<TopicPartition> led = leaders.present(partitions, TIMEOUT);
            ends.putAll(consumer.endOffsets(led, TIMEOUT));
            nextTry = led.containsAll(partitions) ? nextTry : now.plus(EVERY);
        } catch (RetriableException | TopicAuthorizationException e) {
            nextTry = now.plus(EVERY);
        }
    }

    /// The offset behind the partition's last record; empty while it is unknown.
    OptionalLong end(Lane lane) {
        OptionalLong readUpTo = lane.readUpTo();
        if (readUpTo.isEmpty()) {
            return OptionalLong.empty();
        }
        consumer.currentLag(lane.partition())
                .ifPresent(lag -> ends.merge(lane.partition(), readUpTo.getAsLong() + lag, Math::max));
        Long end = ends.get(lane.partition());
        return end == null ? OptionalLong.empty() : OptionalLong.of(end);
    }

    /// Since when nothing has been read of the partition although there are records to read, or since when its
    /// resume point has been unknown; `now` when neither.
    Instant noProgressSince(Lane lane, OptionalLong end, Instant now) {
        OptionalLong position = lane.position();
        boolean caughtUp = lane.resumed() && end.orElse(0) <= position.orElse(0);
        return progress.compute(lane.partition(), (_, before) -> {
                    boolean moved = before == null || !before.position.equals(position);
                    return moved || caughtUp ? new Progress(position, now) : before;
                })
                .since;
    }
}
