package smartcity.emission.coupling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// Whether everything has been read that was in the topics when reading began. Not safe for use by several threads.
final class Reading {
    private int topics;
    private final Set<String> assigned = new HashSet<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    /// @param topics number of topics to be read
    Reading(int topics) {
        this.topics = topics;
    }

    /// Expects one topic to be read, whatever number it was made for.
    void readOneTopic() {
        topics = 1;
    }

    /// Notes that a partition is read from an offset, and that it had records before another.
    void begin(TopicPartition partition, long from, long end) {
        assigned.add(partition.topic());
        if (from < end) {
            ends.put(partition, end);
        } else {
            ends.remove(partition);
        }
    }

    /// Notes that everything before an offset has been read.
    void readUntil(TopicPartition partition, long offset) {
        Long end = ends.get(partition);
        if (end != null && offset >= end) {
            ends.remove(partition);
        }
    }

    boolean isComplete() {
        return assigned.size() >= topics && ends.isEmpty();
    }
}
