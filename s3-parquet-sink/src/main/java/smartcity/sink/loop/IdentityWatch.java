package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// Finds lanes whose topic is another one now although nothing lands that would show it: the new topic ends where the
/// former one was read to, or before. For the loop's thread.
final class IdentityWatch {
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final TopicGuard guard;
    private Instant nextLook = Instant.MIN;

    IdentityWatch(TopicGuard guard) {
        this.guard = guard;
    }

    /// The partitions whose topic has changed, each with the reason to block it; empty while it is not time to ask.
    Map<TopicPartition, String> changed(Collection<Lane> running, Instant now) {
        if (now.isBefore(nextLook) || running.isEmpty()) {
            return Map.of();
        }
        nextLook = now.plus(EVERY);
        guard.ask(running.stream().map(lane -> lane.partition().topic()).collect(Collectors.toSet()));
        Map<TopicPartition, String> reasons = new HashMap<>();
        for (Lane lane : running) {
            guard.changed(lane).ifPresent(reason -> reasons.put(lane.partition(), reason));
        }
        return reasons;
    }
}
