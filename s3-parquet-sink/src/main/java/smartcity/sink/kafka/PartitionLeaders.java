package smartcity.sink.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// Finds which partitions Kafka can answer for. A request for the offsets of several waits until each of them has a
/// leader, and at last fails for all: those without a leader must not be among them.
public final class PartitionLeaders {
    private final Consumer<?, ?> consumer;

    public PartitionLeaders(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /// Those of the partitions that have a leader, as far as the client knows. It asks Kafka only for a topic that it
    /// does not know, and keeps asking by itself while a partition has none.
    ///
    /// @param timeout of a request for one topic
    public Set<TopicPartition> present(Collection<TopicPartition> partitions, Duration timeout) {
        Set<TopicPartition> present = new HashSet<>(partitions);
        for (String topic : partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet())) {
            for (PartitionInfo partition : consumer.partitionsFor(topic, timeout)) {
                if (partition.leader() == null || partition.leader().isEmpty()) {
                    present.remove(new TopicPartition(topic, partition.partition()));
                }
            }
        }
        return present;
    }
}
