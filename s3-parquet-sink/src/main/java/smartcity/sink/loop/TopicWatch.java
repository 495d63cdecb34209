package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.RetriableException;

/// Knows which topics do not exist yet.
final class TopicWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Consumer<?, ?> consumer;
    private final Set<String> awaited;
    private Instant nextLook = Instant.MIN;
    private boolean told;

    TopicWatch(Consumer<?, ?> consumer, Set<String> topics) {
        this.consumer = consumer;
        this.awaited = new HashSet<>(topics);
    }

    Set<String> awaited() {
        return awaited;
    }

    /// Looks again when it is time; says what changed.
    void look(Surroundings world) {
        Instant now = world.clock().instant();
        if (awaited.isEmpty() || now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(EVERY);
        try {
            boolean changed = awaited.removeAll(consumer.listTopics(TIMEOUT).keySet());
            if (!told || changed) {
                told = true;
                world.events().accept(new LoopEvent.Awaiting(awaited));
            }
        } catch (RetriableException e) {
            nextLook = now.plus(EVERY);
        }
    }
}
