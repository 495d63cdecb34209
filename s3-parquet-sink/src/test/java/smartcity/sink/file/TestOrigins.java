package smartcity.sink.file;

import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicIdentity;

/// Origins of records in tests.
public final class TestOrigins {
    /// A topic that was never created again.
    public static final TopicIdentity TOPIC = new TopicIdentity("cluster-1", "topic-1");

    private TestOrigins() {}

    /// Records of the partition in the first era.
    public static RecordOrigin of(TopicPartition partition) {
        return new RecordOrigin(partition, TOPIC, 0, "rules-1");
    }
}
