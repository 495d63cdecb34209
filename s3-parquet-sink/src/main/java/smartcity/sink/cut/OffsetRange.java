package smartcity.sink.cut;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// Offsets from `start` up to, not including, `end`.
public record OffsetRange(long start, long end) {
    public OffsetRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("range must not be empty but was [" + start + ", " + end + ")");
        }
    }

    /// The range in the last part of an object's key; empty when the object is not one of this partition in this era.
    public static Optional<OffsetRange> of(TopicPartition partition, int era, String key) {
        return LandedObjectName.of(key)
                .filter(name -> name.topic().equals(partition.topic())
                        && name.partition() == partition.partition()
                        && name.era() == era)
                .map(LandedObjectName::range);
    }
}
