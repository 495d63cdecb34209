package smartcity.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.lake.StoredObject;

/// The objects of a lake to audit, sorted by partition and range.
///
/// @param counts number of objects of each partition and era
/// @param foreign number of Parquet objects whose names are not a sink's
record ObjectInventory(List<NamedObject> objects, Map<PartitionEra, Long> counts, long foreign) {
    private static final String PARQUET = ".parquet";

    static ObjectInventory of(AuditedLake lake, AuditScope scope) {
        Map<String, StoredObject> listed = new HashMap<>();
        for (String root : scope.roots()) {
            lake.list(scope.prefix() + root, object -> listed.put(object.key(), object));
        }
        List<NamedObject> objects = new ArrayList<>();
        Map<PartitionEra, PartitionEra> shared = new HashMap<>();
        long foreign = 0;
        for (StoredObject object : listed.values()) {
            Optional<ObjectName> name = ObjectName.of(object.key());
            if (name.isEmpty()) {
                foreign += object.key().endsWith(PARQUET) ? 1 : 0;
            } else if (scope.includes(name.get().partition().topic())) {
                PartitionEra place = shared.computeIfAbsent(name.get().place(), same -> same);
                objects.add(new NamedObject(new ObjectName(place, name.get().run()), object));
            }
        }
        objects.sort(NamedObject.ORDER);
        Map<PartitionEra, Long> counts = objects.stream()
                .collect(Collectors.groupingBy(object -> object.name().place(), Collectors.counting()));
        return new ObjectInventory(objects, counts, foreign);
    }

    Set<String> topics() {
        return counts.keySet().stream().map(place -> place.partition().topic()).collect(Collectors.toSet());
    }

    long count(PartitionEra place) {
        return counts.getOrDefault(place, 0L);
    }

    /// The partitions and eras of the objects and of Kafka, in the order of the objects.
    Set<PartitionEra> places(Set<PartitionEra> inKafka) {
        Set<PartitionEra> all = new TreeSet<>(PartitionEra.ORDER);
        all.addAll(counts.keySet());
        all.addAll(inKafka);
        return all;
    }
}
