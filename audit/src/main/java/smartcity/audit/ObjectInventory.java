package smartcity.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.lake.StoredObject;

/// The objects of a lake to audit, sorted by partition and range.
///
/// @param counts number of objects of each partition
/// @param foreign number of Parquet objects whose names are not a sink's
record ObjectInventory(List<NamedObject> objects, Map<TopicPartition, Long> counts, long foreign) {
    private static final String PARQUET = ".parquet";
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    static ObjectInventory of(AuditedLake lake, AuditScope scope) {
        Map<String, StoredObject> listed = new HashMap<>();
        for (String root : scope.roots()) {
            lake.list(scope.prefix() + root, object -> listed.put(object.key(), object));
        }
        List<NamedObject> objects = new ArrayList<>();
        Map<TopicPartition, TopicPartition> shared = new HashMap<>();
        long foreign = 0;
        for (StoredObject object : listed.values()) {
            Optional<ObjectName> name = ObjectName.of(object.key());
            if (name.isEmpty()) {
                foreign += object.key().endsWith(PARQUET) ? 1 : 0;
            } else if (scope.includes(name.get().partition().topic())) {
                TopicPartition partition = shared.computeIfAbsent(name.get().partition(), same -> same);
                objects.add(new NamedObject(new ObjectName(partition, name.get().run()), object));
            }
        }
        objects.sort(NamedObject.ORDER);
        Map<TopicPartition, Long> counts = objects.stream()
                .collect(Collectors.groupingBy(object -> object.name().partition(), Collectors.counting()));
        return new ObjectInventory(objects, counts, foreign);
    }

    Set<String> topics() {
        return counts.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    long count(TopicPartition partition) {
        return counts.getOrDefault(partition, 0L);
    }

    /// The partitions of the objects and of Kafka, in the order of the objects.
    Set<TopicPartition> partitions(Set<TopicPartition> inKafka) {
        Set<TopicPartition> all = new TreeSet<>(ORDER);
        all.addAll(counts.keySet());
        all.addAll(inKafka);
        return all;
    }
}
