package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the statuses of all sinks say of the lake, as the page shows it.
public final class LakeFigures {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Instant now;
    private long pending;
    private long oldestMillis;

    private LakeFigures(Instant now) {
        this.now = now;
    }

    /// The figures of all sinks together. Of one that does not answer, the last ones count, as what it has
    /// landed stays landed. When none answers, the figures are only the reasons.
    ///
    /// @param sinks at least one
    /// @param now real time
    public static ObjectNode of(List<SinkAnswer> sinks, Instant now) {
        List<String> failures =
                sinks.stream().map(SinkAnswer::failure).filter(Objects::nonNull).toList();
        return failures.size() == sinks.size()
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("reachable", false)
                        .put("at", now.toEpochMilli())
                        .put("reason", String.join("; ", failures))
                : new LakeFigures(now).joined(sinks, failures);
    }

    private ObjectNode joined(List<SinkAnswer> sinks, List<String> failures) {
        Map<String, JoinedTopic> topics = new LinkedHashMap<>();
        for (SinkAnswer sink : sinks) {
            JsonNode status = sink.status();
            if (status != null) {
                status.path("topics")
                        .properties()
                        .forEach(topic -> topics.computeIfAbsent(topic.getKey(), JoinedTopic::new)
                                .add(topic.getValue(), sink.isOfNow()));
            }
        }
        json.put("reachable", true).put("at", now.toEpochMilli());
        ArrayNode silent = json.putArray("silentSinks");
        failures.forEach(silent::add);
        addProcesses(sinks);
        ArrayNode shown = json.putArray("topics");
        topics.values().forEach(topic -> add(shown.addObject(), topic));
        long waiting = 0;
        long landed = 0;
        long objects = 0;
        long deadLetters = 0;
        for (JoinedTopic topic : topics.values()) {
            waiting += topic.held() + topic.unread();
            landed += topic.landed();
            objects += topic.objects();
            deadLetters += topic.deadLetters();
        }
        return json.put("landed", landed)
                .put("waiting", waiting)
                .put("objects", objects)
                .put("deadLetters", deadLetters)
                .put("pending", pending)
                .put("oldestMillis", oldestMillis);
    }

    /// What is said of processes, not of topics; only of those that answer.
    private void addProcesses(List<SinkAnswer> sinks) {
        List<JsonNode> statuses = sinks.stream()
                .filter(SinkAnswer::isOfNow)
                .map(SinkAnswer::status)
                .filter(Objects::nonNull)
                .toList();
        List<String> paused = texts(statuses, "paused");
        List<String> failure = texts(statuses, "bucketFailure");
        json.put("sinks", sinks.size())
                .put("pausedSinks", paused.size())
                .put("paused", paused.isEmpty() ? null : ofSome(paused, sinks.size()))
                .put("bucketFailure", failure.isEmpty() ? null : ofSome(failure, sinks.size()))
                .put(
                        "kafkaReached",
                        statuses.stream()
                                .allMatch(status -> status.path("kafkaReached").asBoolean()))
                .put("heldBytes", sum(statuses, "heldBytes"))
                .put("memoryBytes", sum(statuses, "memoryBytes"));
    }

    /// The first reason, and of how many sinks it is unless it is of all.
    private static String ofSome(List<String> reasons, int sinks) {
        return reasons.size() == sinks
                ? reasons.getFirst()
                : "%s (%d of %d sinks)".formatted(reasons.getFirst(), reasons.size(), sinks);
    }

    private static List<String> texts(List<JsonNode> statuses, String field) {
        return statuses.stream()
                .map(status -> JoinedTopic.text(status, field))
                .filter(Objects::nonNull)
                .toList();
    }

    private static long sum(List<JsonNode> statuses, String field) {
        return statuses.stream()
                .mapToLong(status -> status.path(field).asLong())
                .sum();
    }

    private void add(ObjectNode shown, JoinedTopic topic) {
        topic.writeTo(shown);
        ArrayNode partitions = shown.putArray("partitions");
        topic.partitions().forEach(partition -> add(partitions.addObject(), partition));
    }

    private void add(ObjectNode shown, JsonNode partition) {
        Long landing = JoinedTopic.millis(partition, "pendingSince");
        oldestMillis = Math.max(oldestMillis, age(JoinedTopic.millis(partition, "unlandedSince")));
        shown.put("partition", partition.path("partition").asInt())
                .put("held", partition.path("heldRecords").asLong())
                .put("bytes", partition.path("heldBytes").asLong())
                .put("unread", JoinedTopic.unread(partition))
                .put("ageMillis", age(JoinedTopic.millis(partition, "openedAt")));
        // Each page receives this every second: what most partitions do not have is left out.
        if (landing != null) {
            pending++;
            shown.put("pendingMillis", age(landing));
        }
        String blocked = JoinedTopic.text(partition, "blocked");
        if (blocked != null) {
            shown.put("blocked", blocked);
        }
    }

    private long age(@Nullable Long sinceMillis) {
        return sinceMillis == null ? 0 : Math.max(0, now.toEpochMilli() - sinceMillis);
    }
}
