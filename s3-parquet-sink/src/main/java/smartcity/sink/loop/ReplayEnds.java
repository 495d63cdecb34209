package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import smartcity.sink.kafka.PartitionLeaders;

/// Finds replays that cannot reach the end of their cut, because Kafka's log does not reach it any more: the topic was
/// created again, or its log truncated, while the cut was read. Such a replay would wait for records that have
/// nothing to do with the cut. For the loop's thread.
final class ReplayEnds {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<?, ?> consumer;
    private final PartitionLeaders leaders;
    private Instant nextLook = Instant.MAX;

    ReplayEnds(Consumer<?, ?> consumer) {
        this.consumer = consumer;
        this.leaders = new PartitionLeaders(consumer);
    }

    /// The replaying partitions whose logs end before their cut, each with the reason to block it; empty
    /// while it is not time to ask, so that a replay that ends soon costs no request.
    Map<TopicPartition, String> unreachable(Collection<Lane> running, Instant now) {
        Map<TopicPartition, Lane> replaying = running.stream()
                .filter(Lane::replaying)
                .collect(Collectors.toMap(Lane::partition, Function.identity()));
        if (replaying.isEmpty()) {
            nextLook = Instant.MAX;
            return Map.of();
        }
        boolean due = !now.isBefore(nextLook);
        nextLook = due || nextLook.equals(Instant.MAX) ? now.plus(EVERY) : nextLook;
        return due ? endingBefore(replaying) : Map.of();
    }

    private Map<TopicPartition, String> endingBefore(Map<TopicPartition, Lane> replaying) {
        Map<TopicPartition, String> reasons = new HashMap<>();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(leaders.present(replaying.keySet(), TIMEOUT), TIMEOUT);
            replaying.forEach((partition, lane) -> {
                long wanted = lane.heldUpTo().orElse(0);
                long end = ends.getOrDefault(partition, Long.MAX_VALUE);
                if (end < wanted) {
                    reasons.put(partition, BlockReasons.endsBefore(partition, wanted, end));
                }
            });
        } catch (RetriableException | TopicAuthorizationException e) {
            // Kafka does not answer now; the next look asks again.
        }
        return reasons;
    }
}
