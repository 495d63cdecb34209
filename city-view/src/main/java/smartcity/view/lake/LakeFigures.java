package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the sink's status says of the lake, as the page shows it.
public final class LakeFigures {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Instant now;
    private long landed;
    private long waiting;
    private long objects;
    private long deadLetters;
    private long pending;
    private long oldestMillis;

    private LakeFigures(Instant now) {
        this.now = now;
    }

    /// The figures of a status.
    ///
    /// @param now real time
    public static ObjectNode of(JsonNode status, Instant now) {
        LakeFigures figures = new LakeFigures(now);
        ArrayNode topics = figures.json.putArray("topics");
        status.path("topics")
                .properties()
                .forEach(topic -> figures.add(topics.addObject(), topic.getKey(), topic.getValue()));
        return figures.json
                .put("reachable", true)
                .put("at", now.toEpochMilli())
                .put("paused", text(status, "paused"))
                .put("bucketTrouble", text(status, "bucketTrouble"))
                .put("kafkaReached", status.path("kafkaReached").asBoolean())
                .put("heldBytes", status.path("heldBytes").asLong())
                .put("memoryBytes", status.path("memoryBytes").asLong())
                .put("landed", figures.landed)
                .put("waiting", figures.waiting)
                .put("objects", figures.objects)
                .put("deadLetters", figures.deadLetters)
                .put("pending", figures.pending)
                .put("oldestMillis", figures.oldestMillis);
    }

    /// The figures while the sink does not answer.
    ///
    /// @param reason in words for people
    public static ObjectNode unreachable(String reason, Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reachable", false)
                .put("at", now.toEpochMilli())
                .put("reason", reason);
    }

    private void add(ObjectNode shown, String name, JsonNode topic) {
        long held = topic.path("held").asLong();
        long lag = topic.path("lag").asLong();
        landed += topic.path("landed").asLong();
        waiting += held + lag;
        objects += topic.path("objects").asLong();
        deadLetters += topic.path("deadLetters").asLong();
        shown.put("name", name)
                .put("landed", topic.path("landed").asLong())
                .put("held", held)
                .put("lag", lag)
                .put("objects", topic.path("objects").asLong())
                .put("bytes", topic.path("bytes").asLong())
                .put("deadLetters", topic.path("deadLetters").asLong())
                .put("lastObject", text(topic, "lastObject"))
                .put("lastObjectAt", millis(topic, "lastObjectAt"))
                .put("newestEvent", millis(topic, "newestEvent"));
        shown.put("lastReason", text(topic, "lastReason"));
        ArrayNode partitions = shown.putArray("partitions");
        topic.path("partitions").forEach(partition -> add(partitions.addObject(), partition));
    }

    private void add(ObjectNode shown, JsonNode partition) {
        Long opened = millis(partition, "openedAt");
        Long landing = millis(partition, "pendingSince");
        long age = age(opened);
        oldestMillis = Math.max(oldestMillis, Math.max(age, age(landing)));
        if (landing != null) {
            pending++;
        }
        shown.put("partition", partition.path("partition").asInt())
                .put("held", partition.path("heldRecords").asLong())
                .put("bytes", partition.path("heldBytes").asLong())
                .put("lag", partition.path("lag").asLong())
                .put("ageMillis", age)
                .put("pendingMillis", landing == null ? null : age(landing))
                .put("blocked", text(partition, "blocked"));
    }

    private long age(@Nullable Long sinceMillis) {
        return sinceMillis == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(Instant.ofEpochMilli(sinceMillis), now).toMillis());
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.path(field).isTextual() ? json.path(field).textValue() : null;
    }

    private static @Nullable Long millis(JsonNode json, String field) {
        String instant = text(json, field);
        if (instant == null) {
            return null;
        }
        try {
            return Instant.parse(instant).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
