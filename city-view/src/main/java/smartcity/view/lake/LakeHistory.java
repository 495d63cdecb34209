package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Landed and waiting records of each topic over the last minutes, and the last objects. Safe for use by several
/// threads.
public final class LakeHistory {
    /// Samples that are kept, one a second; chosen: five minutes.
    static final int SAMPLES = 300;

    /// Objects that are kept; chosen: what a page shows.
    static final int OBJECTS = 60;

    /// Reasons of dead letters that are kept; chosen: what a page shows.
    static final int REASONS = 12;

    private final Deque<ObjectNode> samples = new ArrayDeque<>();
    private final Deque<ObjectNode> objects = new ArrayDeque<>();
    private final Deque<ObjectNode> reasons = new ArrayDeque<>();
    private final Map<String, String> lastObjects = new HashMap<>();
    private final Map<String, String> lastReasons = new HashMap<>();

    /// Adds the figures of one second; those of a sink that does not answer leave a gap.
    ///
    /// @param figures as [LakeFigures] makes them; receives the objects that have landed since the last call,
    ///     and the last reasons of dead letters
    public synchronized void add(ObjectNode figures) {
        ArrayNode landed = figures.putArray("landedObjects");
        ObjectNode sample = JsonNodeFactory.instance
                .objectNode()
                .put("at", figures.path("at").asLong());
        ObjectNode topics = sample.putObject("topics");
        for (JsonNode topic : figures.path("topics")) {
            topics.putArray(topic.path("name").asText())
                    .add(topic.path("landed").asLong())
                    .add(topic.path("held").asLong() + topic.path("lag").asLong());
            addReason(topic, figures.path("at").asLong());
            String key = topic.path("lastObject").asText("");
            if (!key.isEmpty() && !key.equals(lastObjects.put(topic.path("name").asText(), key))) {
                ObjectNode object = landed.addObject()
                        .put("topic", topic.path("name").asText())
                        .put("key", key)
                        .put("at", topic.path("lastObjectAt").asLong());
                keep(objects, object, OBJECTS);
            }
        }
        reasons.forEach(figures.putArray("reasons")::add);
        if (figures.path("reachable").asBoolean()) {
            keep(samples, sample, SAMPLES);
        }
    }

    private void addReason(JsonNode topic, long atMillis) {
        String name = topic.path("name").asText();
        String reason = topic.path("lastReason").asText("");
        if (!reason.isEmpty() && !reason.equals(lastReasons.put(name, reason))) {
            ObjectNode added = JsonNodeFactory.instance
                    .objectNode()
                    .put("topic", name)
                    .put("reason", reason)
                    .put("at", atMillis);
            keep(reasons, added, REASONS);
        }
    }

    private static void keep(Deque<ObjectNode> kept, ObjectNode added, int most) {
        kept.addLast(added);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }

    /// Samples and objects, from old to new.
    public synchronized ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        samples.forEach(json.putArray("samples")::add);
        objects.forEach(json.putArray("objects")::add);
        return json;
    }
}
