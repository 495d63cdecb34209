package smartcity.sink.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import smartcity.sink.row.ShownText;

/// Says whose objects one era of a topic holds: a small object per topic and era in the bucket, which is
/// stored once and never changed.
///
/// @param topic name in Kafka
/// @param era 0 for the first
/// @param identity of the topic whose records the era holds
/// @param group that lands them
public record TopicMarker(String topic, int era, TopicIdentity identity, String group) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The key of the marker.
    ///
    /// @param prefix of all keys of the sink; empty, or with a slash at its end
    public static String key(String prefix, String topic, int era) {
        return prefix + "_sink/topics/" + topic + "/era-" + era + ".json";
    }

    /// The content of the marker: JSON.
    public String encoded() {
        return JSON.createObjectNode()
                .put("marker", VERSION)
                .put("topic", topic)
                .put("era", era)
                .put("clusterId", identity.clusterId())
                .put("topicId", identity.topicId())
                .put("group", group)
                .toPrettyString()
                .concat("\n");
    }

    /// The marker with this content.
    ///
    /// @throws IllegalArgumentException when it is something else; the message shows how it begins
    public static TopicMarker decoded(String content) {
        try {
            JsonNode node = JSON.readTree(content);
            if (node.path("marker").asInt() != VERSION) {
                throw new IllegalArgumentException("marker must be " + VERSION + " but was " + node.path("marker"));
            }
            return new TopicMarker(
                    text(node, "topic"),
                    node.path("era").asInt(),
                    new TopicIdentity(text(node, "clusterId"), text(node, "topicId")),
                    text(node, "group"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Expected the marker of a topic, got: " + ShownText.of(content), e);
        }
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " must be a text but was " + node.path(name));
        }
        return node.get(name).asText();
    }
}
