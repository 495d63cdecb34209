package smartcity.sink.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import smartcity.sink.row.ShownText;

/// Keeps the field IDs of a topic's columns beside its markers: a small object that is stored once and never changed.
/// When the topic gains a column, the next object has all IDs; the last one counts. Eras share them, as they share
/// columns.
///
/// @param topic name in Kafka
/// @param byPath IDs by the path of their columns
public record TopicFieldIds(String topic, Map<String, Integer> byPath) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    public TopicFieldIds {
        byPath = Map.copyOf(byPath);
    }

    /// The key of an object.
    ///
    /// @param prefix of all keys of the sink; empty, or with a slash at its end
    /// @param number 0 for the first
    public static String key(String prefix, String topic, int number) {
        return prefix + "_sink/topics/" + topic + "/fields-" + number + ".json";
    }

    /// The content of the object: JSON.
    public String encoded() {
        ObjectNode node = JSON.createObjectNode().put("fields", VERSION).put("topic", topic);
        ObjectNode ids = node.putObject("ids");
        new TreeMap<>(byPath).forEach(ids::put);
        return node.toPrettyString() + "\n";
    }

    /// The IDs in this content.
    ///
    /// @throws IllegalArgumentException when it is something else; the message shows how it begins
    public static TopicFieldIds decoded(String content) {
        try {
            JsonNode node = JSON.readTree(content);
            if (node.path("fields").asInt() != VERSION || !node.path("topic").isTextual()) {
                throw new IllegalArgumentException("fields must be " + VERSION + " but was " + node.path("fields"));
            }
            Map<String, Integer> ids = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : node.path("ids").properties()) {
                if (!entry.getValue().isInt()) {
                    throw new IllegalArgumentException(entry.getKey() + " must be an ID but was " + entry.getValue());
                }
                ids.put(entry.getKey(), entry.getValue().asInt());
            }
            return new TopicFieldIds(node.get("topic").asText(), ids);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected the field IDs of a topic, got: " + ShownText.of(content), e);
        }
    }
}
