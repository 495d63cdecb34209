package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// Distributes partitions evenly; as a rule an owner keeps its partitions.
final class SimAssignor {
    private static final int SHUFFLED = 100;

    private SimAssignor() {}

    /// @param owners who has a partition now
    static Map<String, Set<TopicPartition>> balance(
            Collection<String> members,
            Map<TopicPartition, String> owners,
            List<TopicPartition> partitions,
            ScheduleChance chance) {
        Map<String, Set<TopicPartition>> target = new TreeMap<>();
        members.forEach(member -> target.put(member, new HashSet<>()));
        int most = (partitions.size() + members.size() - 1) / members.size();
        boolean sticky = !chance.permille(SHUFFLED);
        List<TopicPartition> free = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Set<TopicPartition> kept = target.get(owners.getOrDefault(partition, ""));
            if (sticky && kept != null && kept.size() < most) {
                kept.add(partition);
            } else {
                free.add(partition);
            }
        }
        for (TopicPartition partition : free) {
            target.values().stream()
                    .min(Comparator.comparingInt(Set::size))
                    .ifPresent(smallest -> smallest.add(partition));
        }
        return target;
    }
}
