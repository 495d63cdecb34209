package smartcity.view.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final Map<String, Set<String>> lastObjects = new HashMap<>();
    private final Map<String, Set<String>> lastReasons = new HashMap<>();

    /// Adds the figures of one second; those of sinks none of which answers leave a gap.
    ///
    /// @param figures as [LakeFigures] makes them; then, instead of the last object and reason of each topic, with
    ///     the objects that have landed since the last call and the last reasons of all
    public synchronized void add(ObjectNode figures) {
        ArrayNode landed = figures.putArray("landedObjects");
        ObjectNode sample = JsonNodeFactory.instance
                .objectNode()
                .put("at", figures.path("at").asLong());
        ObjectNode topics = sample.putObject("topics");
        for (JsonNode each : figures.path("topics")) {
            ObjectNode topic = (ObjectNode) each;
            topics.putArray(topic.path("name").asText())
                    .add(topic.path("landed").asLong())
                    .add(topic.path("held").asLong() + topic.path("unread").asLong());
            newReasons(topic, figures.path("at").asLong()).forEach(reason -> keep(reasons, reason, REASONS));
            newObjects(topic).forEach(object -> {
                landed.add(object);
                keep(objects, object, OBJECTS);
            });
            topic.remove(List.of("lastObjects", "lastReasons"));
        }
        reasons.forEach(figures.putArray("reasons")::add);
        if (figures.path("reachable").asBoolean()) {
            keep(samples, sample, SAMPLES);
        }
    }

    private List<ObjectNode> newReasons(JsonNode topic, long atMillis) {
        String name = topic.path("name").asText();
        Set<String> current = new LinkedHashSet<>();
        topic.path("lastReasons").forEach(reason -> current.add(reason.asText()));
        Set<String> before = lastReasons.put(name, current);
        return current.stream()
                .filter(reason -> before == null || !before.contains(reason))
                .map(reason -> JsonNodeFactory.instance
                        .objectNode()
                        .put("topic", name)
                        .put("reason", reason)
                        .put("at", atMillis))
                .toList();
    }

    private List<ObjectNode> newObjects(JsonNode topic) {
        String name = topic.path("name").asText();
        Map<String, Long> current = new HashMap<>();
        topic.path("lastObjects")
                .forEach(object -> current.put(
                        object.path("key").asText(), object.path("at").asLong()));
        Set<String> before = lastObjects.put(name, Set.copyOf(current.keySet()));
        return current.entrySet().stream()
                .filter(object -> before == null || !before.contains(object.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(object -> JsonNodeFactory.instance
                        .objectNode()
                        .put("topic", name)
                        .put("key", object.getKey())
                        .put("at", object.getValue()))
                .toList();
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
