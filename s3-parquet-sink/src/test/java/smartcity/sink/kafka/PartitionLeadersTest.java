package smartcity.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionLeadersTest {
    private static final TopicPartition LED = new TopicPartition("things", 0);
    private static final TopicPartition LEADERLESS = new TopicPartition("things", 1);
    private static final TopicPartition UNKNOWN = new TopicPartition("others", 0);

    @Test
    void leavesOutAPartitionWithoutALeaderAlone() {
        Node[] none = {};
        try (MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.updatePartitions(
                    "things",
                    List.of(
                            new PartitionInfo("things", 0, new Node(1, "broker", 9092), none, none),
                            new PartitionInfo("things", 1, null, none, none)));

            Set<TopicPartition> present =
                    new PartitionLeaders(consumer).present(Set.of(LED, LEADERLESS, UNKNOWN), Duration.ofSeconds(1));

            assertThat(present).containsExactlyInAnyOrder(LED, UNKNOWN);
        }
    }
}
