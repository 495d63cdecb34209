package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.loop.TopicDecoders.Found;

/// The topics that are landed: those that are named, whether they exist yet or not, and those that are found.
///
/// Topics are found by listing them, not by a subscription to a pattern: one that cannot be landed must not be
/// assigned to any member.
final class TopicWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);

    /// While every topic is there, and no pattern can find another [chosen, not measured].
    private static final Duration SELDOM = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /// The prefix of Kafka's own topics.
    private static final String INTERNAL = "__";

    private final Consumer<?, ?> consumer;
    private final Map<String, TopicDecoder> landed;
    private final @Nullable Function<String, Found> others;
    private final Set<String> wanted;
    private final Map<String, String> named;

    /// Topics that Kafka does not let this user describe, with the reason of each.
    private final Map<String, String> hidden = new TreeMap<>();

    private Set<String> awaited;
    private Map<String, String> refused = Map.of();
    private boolean hiddenReported = true;
    private Instant nextLook = Instant.MIN;
    private boolean awaitingReported;
    private boolean namedReported;

    TopicWatch(Consumer<?, ?> consumer, TopicDecoders decoders) {
        this.consumer = consumer;
        this.landed = new HashMap<>(decoders.named());
        this.named = decoders.refused();
        this.others = decoders.others();
        this.wanted = Set.copyOf(landed.keySet());
        this.awaited = new HashSet<>(wanted);
    }

    /// The topics to subscribe to.
    Set<String> landed() {
        return hidden.isEmpty()
                ? landed.keySet()
                : landed.keySet().stream()
                        .filter(topic -> !hidden.containsKey(topic))
                        .collect(Collectors.toSet());
    }

    /// Leaves topics out of the subscription that Kafka does not let this user describe, until it lists them. While one
    /// is in, the group and every look for new partitions fail by it, for all topics. Returns whether any was in.
    boolean hide(Set<String> topics) {
        boolean fewer = false;
        for (String topic : topics) {
            if (landed.containsKey(topic) && hidden.putIfAbsent(topic, BlockReasons.hidden(topic)) == null) {
                awaited.remove(topic);
                fewer = true;
            }
        }
        hiddenReported &= !fewer;
        return fewer;
    }

    /// The decoder of a topic; null when it is not landed.
    @Nullable
    TopicDecoder decoder(String topic) {
        return landed.get(topic);
    }

    /// Topics that do not exist yet, or not any more.
    Set<String> awaited() {
        return awaited;
    }

    /// Topics that cannot be landed, with the reason of each.
    Map<String, String> refused() {
        if (hidden.isEmpty()) {
            return refused;
        }
        Map<String, String> all = new TreeMap<>(refused);
        all.putAll(hidden);
        return Map.copyOf(all);
    }

    /// Lists topics again when it is time, and publishes what changed; returns whether there are other topics to
    /// subscribe to than before.
    boolean refresh(LoopContext context) {
        if (!namedReported && !named.isEmpty()) {
            namedReported = true;
            publish(named, context);
        }
        Instant now = context.clock().instant();
        if (!hiddenReported) {
            hiddenReported = true;
            nextLook = now.plus(EVERY);
            publish(refused, context);
            return true;
        }
        if (now.isBefore(nextLook)) {
            return false;
        }
        nextLook = now.plus(awaited.isEmpty() && hidden.isEmpty() && others == null ? SELDOM : EVERY);
        try {
            Set<String> existing = consumer.listTopics(TIMEOUT).keySet();
            boolean shown = hidden.keySet().removeAll(existing);
            awaitOthersThan(existing, context);
            if (shown) {
                publish(refused, context);
            }
            return (others != null && find(existing, others, context)) || shown;
        } catch (TopicAuthorizationException e) {
            // Not of the list, which leaves out what must not be described: the client says it at any request.
            hide(e.unauthorizedTopics());
            return false;
        } catch (RetriableException e) {
            return false;
        }
    }

    private void awaitOthersThan(Set<String> existing, LoopContext context) {
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(existing);
        missing.removeAll(hidden.keySet());
        if (!landed.isEmpty() && !(awaitingReported && missing.equals(awaited))) {
            awaitingReported = true;
            context.events().accept(new LoopEvent.Awaiting(missing));
        }
        awaited = missing;
    }

    private boolean find(Set<String> existing, Function<String, Found> decision, LoopContext context) {
        int before = landed.size();
        Map<String, String> refusedNow = new TreeMap<>(named);
        refusedNow.keySet().removeAll(landed.keySet());
        for (String topic : existing) {
            if (!landed.containsKey(topic) && !topic.startsWith(INTERNAL)) {
                switch (decision.apply(topic)) {
                    case Found.Ignored _ -> {}
                    case Found.Accepted(TopicDecoder decoder) -> {
                        landed.put(topic, decoder);
                        refusedNow.remove(topic);
                    }
                    case Found.Refused(String reason) -> refusedNow.put(topic, reason);
                }
            }
        }
        if (!refusedNow.equals(refused)) {
            publish(refusedNow, context);
        }
        return landed.size() > before;
    }

    private void publish(Map<String, String> refusedNow, LoopContext context) {
        refused = Map.copyOf(refusedNow);
        context.events().accept(new LoopEvent.Refused(refused()));
    }
}
