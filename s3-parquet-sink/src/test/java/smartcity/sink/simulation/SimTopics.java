package smartcity.sink.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicIdentity;

/// All logs.
final class SimTopics {
    static final List<String> NAMES = List.of("cars", "fixes");

    final Map<String, List<PartitionLog>> logs = new TreeMap<>();
    private final ScheduleChance chance;
    private long nextId;

    SimTopics(ScheduleChance chance) {
        this.chance = chance;
        for (String name : NAMES) {
            logs.put(name, new ArrayList<>());
            for (int i = chance.between(1, 3); i > 0; i--) {
                grow(name);
            }
        }
    }

    /// What the names stand for now.
    Map<String, TopicIdentity> identities(Collection<String> names) {
        Map<String, TopicIdentity> known = new TreeMap<>();
        names.forEach(name -> known.put(name, new TopicIdentity("cluster", name + "-1")));
        return known;
    }

    void grow(String topic) {
        of(topic).add(new PartitionLog());
    }

    private List<PartitionLog> of(String topic) {
        return logs.getOrDefault(topic, List.of());
    }

    PartitionLog log(TopicPartition partition) {
        return of(partition.topic()).get(partition.partition());
    }

    List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        logs.forEach((topic, parts) -> {
            for (int i = 0; i < parts.size(); i++) {
                all.add(new TopicPartition(topic, i));
            }
        });
        return all;
    }

    /// Appends a few records to one partition: in order, late, scattered over hours, broken ones, tombstones.
    void produce(Instant now) {
        PartitionLog log = log(chance.pick(partitions()));
        for (int i = chance.between(1, 8); i > 0; i--) {
            log.append(record(now));
            if (chance.permille(60)) {
                log.skip(chance.between(1, 3));
            }
        }
    }

    private SimRecord record(Instant now) {
        int fate = chance.below(100);
        long late = fate < 70 ? 0 : fate < 85 ? 3600L : 3600L * chance.between(2, 5);
        long eventMicros = (now.getEpochSecond() - late) * 1_000_000L + chance.below(1000);
        SimRecord.Kind kind =
                fate >= 98 ? SimRecord.Kind.TOMBSTONE : fate >= 94 ? SimRecord.Kind.POISON : SimRecord.Kind.ROW;
        long timestamp = now.toEpochMilli() - (chance.permille(100) ? 3_600_000L : 0);
        return new SimRecord(++nextId, eventMicros, timestamp, kind);
    }
}
