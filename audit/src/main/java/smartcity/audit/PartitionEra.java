package smartcity.audit;

import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/// What is audited by itself: the objects of a partition in one era of its topic.
///
/// @param era 0 for the first
record PartitionEra(TopicPartition partition, int era) {
    static final Comparator<PartitionEra> ORDER = Comparator.<PartitionEra, String>comparing(
                    one -> one.partition.topic())
            .thenComparingInt(one -> one.partition.partition())
            .thenComparingInt(PartitionEra::era);
}
