package smartcity.sink.identity;

/// One incarnation of a topic. A topic that is deleted and created again keeps its name and gets another ID; a cluster
/// that is built again has another cluster ID.
///
/// @param clusterId as Kafka reports it
/// @param topicId as Kafka reports it, base64
public record TopicIdentity(String clusterId, String topicId) {
    public TopicIdentity {
        if (clusterId.isBlank() || topicId.isBlank()) {
            throw new IllegalArgumentException(
                    "clusterId and topicId must not be blank but were \"" + clusterId + "\" and \"" + topicId + "\"");
        }
    }

    /// As an operator reads it.
    @Override
    public String toString() {
        return "topic ID " + topicId + " in cluster " + clusterId;
    }
}
