package smartcity.local.infra;

/// How far one topic has come, counted in records over its partitions.
///
/// @param topic the topic's name
/// @param produced records in the topic
/// @param landed of these, the records the sink has committed
public record TopicProgress(String topic, long produced, long landed) {
    public TopicProgress {
        if (landed < 0 || landed > produced) {
            throw new IllegalArgumentException("landed must be within [0, " + produced + "] but was " + landed);
        }
    }

    /// Records that are in Kafka and not yet in the lake.
    public long remaining() {
        return produced - landed;
    }
}
