package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.loop.TopicDecoders.Found;

/// Knows which topics are landed: those that are named, whether they exist yet or not, and those that are found.
///
/// Topics are looked for by listing them, not by a subscription to a pattern: one that cannot be landed must not be
/// assigned to anybody.
final class TopicWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /// What Kafka's own topics are named like.
    private static final String INTERNAL = "__";

    private final Consumer<?, ?> consumer;
    private final Map<String, TopicDecoder> landed;
    private final @Nullable Function<String, Found> others;
    private final Set<String> awaited;
    private Map<String, String> refused = Map.of();
    private Instant nextLook = Instant.MIN;
    private boolean told;

    TopicWatch(Consumer<?, ?> consumer, TopicDecoders intakes) {
        this.consumer = consumer;
        this.landed = new HashMap<>(intakes.named());
        this.others = intakes.others();
        this.awaited = new HashSet<>(landed.keySet());
    }

    /// The topics to subscribe to.
    Set<String> landed() {
        return landed.keySet();
    }

    /// How the topic is taken in; null when it is not one of [#landed].
    @Nullable
    TopicDecoder intake(String topic) {
        return landed.get(topic);
    }

    /// Topics that do not exist yet.
    Set<String> awaited() {
        return awaited;
    }

    /// Topics that cannot be landed, with the reason of each.
    Map<String, String> refused() {
        return refused;
    }

    /// Looks again when it is time; says what changed, and returns whether there are more topics to subscribe to.
    boolean look(LoopContext world) {
        Instant now = world.clock().instant();
        if ((awaited.isEmpty() && others == null) || now.isBefore(nextLook)) {
            return false;
        }
        nextLook = now.plus(EVERY);
        try {
            Set<String> existing = consumer.listTopics(TIMEOUT).keySet();
            boolean changed = awaited.removeAll(existing);
            if (!landed.isEmpty() && (!told || changed)) {
                told = true;
                world.events().accept(new LoopEvent.Awaiting(awaited));
            }
            return others != null && find(existing, others, world);
        } catch (RetriableException e) {
            return false;
        }
    }

    private boolean find(Set<String> existing, Function<String, Found> toBecome, LoopContext world) {
        int before = landed.size();
        Map<String, String> cannot = new TreeMap<>();
        for (String topic : existing) {
            if (!landed.containsKey(topic) && !topic.startsWith(INTERNAL)) {
                switch (toBecome.apply(topic)) {
                    case Found.Ignored _ -> {}
                    case Found.Accepted(TopicDecoder intake) -> landed.put(topic, intake);
                    case Found.Refused(String reason) -> cannot.put(topic, reason);
                }
            }
        }
        if (!cannot.equals(refused)) {
            refused = Map.copyOf(cannot);
            world.events().accept(new LoopEvent.Refused(refused));
        }
        return landed.size() > before;
    }
}
