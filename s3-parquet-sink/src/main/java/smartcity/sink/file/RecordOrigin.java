package smartcity.sink.file;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.identity.TopicIdentity;

/// Where the records of a file come from.
///
/// @param topic the incarnation of the partition's topic
/// @param era of the topic's objects
/// @param rules a fingerprint of what decides which rows the file has
public record RecordOrigin(TopicPartition partition, TopicIdentity topic, int era, String rules) {
    private static final String TOPIC_ID = "topic-id";
    private static final String CLUSTER_ID = "cluster-id";
    private static final String RULES = "rules";

    /// The rules that an object's labels state; null when they state none.
    public static @Nullable String rules(Map<String, String> labels) {
        return labels.get(RULES);
    }

    /// The topic that an object's labels state; null when they state none.
    public static @Nullable TopicIdentity topic(Map<String, String> labels) {
        String topicId = labels.get(TOPIC_ID);
        String clusterId = labels.get(CLUSTER_ID);
        return topicId == null || topicId.isBlank() || clusterId == null || clusterId.isBlank()
                ? null
                : new TopicIdentity(clusterId, topicId);
    }

    /// The labels of an object of these records. Two objects of one range and folder that differ in a label both have
    /// are not the same.
    public Map<String, String> labels() {
        return Map.of(TOPIC_ID, topic.topicId(), CLUSTER_ID, topic.clusterId(), RULES, rules);
    }
}
