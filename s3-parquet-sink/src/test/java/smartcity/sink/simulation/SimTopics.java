package smartcity.sink.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.identity.TopicIdentity;

/// All logs, of the topics that exist and of those that have been deleted.
final class SimTopics {
    static final List<String> NAMES = List.of("cars", "fixes");

    private static final int MOST_PARTITIONS = 3;

    private final ScheduleChance chance;
    private final Map<String, TopicIdentity> identities = new TreeMap<>();
    private final Map<String, List<PartitionLog>> logs = new TreeMap<>();
    private final Map<TopicIdentity, List<PartitionLog>> everyLog = new HashMap<>();
    private final Map<Long, ProducedRecord> produced = new HashMap<>();
    private final Map<PartitionLog, Integer> producers = new HashMap<>();
    private int cluster = 1;
    private int topicsCreated;
    private int sequence;

    SimTopics(ScheduleChance chance) {
        this.chance = chance;
        NAMES.forEach(name -> create(name, chance.between(1, MOST_PARTITIONS)));
    }

    private void create(String name, int partitions) {
        identities.put(name, new TopicIdentity("cluster-" + cluster, name + "-" + ++topicsCreated));
        logs.put(name, new ArrayList<>());
        for (int i = 0; i < partitions; i++) {
            grow(name);
        }
    }

    /// The topic is deleted and created again, with as many partitions at least.
    void createAgain(String name) {
        create(name, Math.max(of(name).size(), chance.between(1, MOST_PARTITIONS)));
    }

    /// The cluster is built again, without any record.
    void buildAgain() {
        cluster++;
        NAMES.forEach(this::createAgain);
    }

    TopicIdentity identity(String name) {
        return identities.getOrDefault(name, new TopicIdentity("none", "none"));
    }

    /// What the names stand for now.
    Map<String, TopicIdentity> identities(Collection<String> names) {
        Map<String, TopicIdentity> known = new TreeMap<>();
        names.forEach(name -> known.put(name, identity(name)));
        return known;
    }

    void grow(String name) {
        List<PartitionLog> ofTopic = of(name);
        TopicIdentity identity = identity(name);
        PartitionLog log = new PartitionLog(identity, new TopicPartition(name, ofTopic.size()));
        ofTopic.add(log);
        everyLog.computeIfAbsent(identity, _ -> new ArrayList<>()).add(log);
        producers.put(log, producers.size() + 1);
    }

    private List<PartitionLog> of(String topic) {
        return logs.getOrDefault(topic, List.of());
    }

    PartitionLog log(TopicPartition partition) {
        return of(partition.topic()).get(partition.partition());
    }

    /// The log of that incarnation of the partition's topic; the present one when there is no such incarnation.
    PartitionLog log(TopicPartition partition, TopicIdentity topic) {
        List<PartitionLog> ofTopic = everyLog.getOrDefault(topic, List.of());
        return partition.partition() < ofTopic.size() ? ofTopic.get(partition.partition()) : log(partition);
    }

    List<TopicPartition> partitions() {
        return logs.values().stream()
                .flatMap(List::stream)
                .map(log -> log.partition)
                .toList();
    }

    List<TopicPartition> partitions(String topic) {
        return of(topic).stream().map(log -> log.partition).toList();
    }

    /// The record with this id, of any log; null when none was produced.
    @Nullable
    ProducedRecord produced(long id) {
        return produced.get(id);
    }

    /// Appends a few records to one partition: in order, late, scattered over hours, broken ones, tombstones.
    void produce(Instant now) {
        produce(log(chance.pick(partitions())), chance.between(1, 8), now);
    }

    void produce(PartitionLog log, int records, Instant now) {
        for (int i = 0; i < records; i++) {
            SimRecord record = record(log, now);
            produced.put(record.id(), log.append(record));
            if (chance.permille(60)) {
                log.skip(chance.between(1, 3));
            }
        }
    }

    private SimRecord record(PartitionLog log, Instant now) {
        int fate = chance.below(100);
        long late = fate < 70 ? 0 : fate < 85 ? 3600L : 3600L * chance.between(2, 5);
        long eventMicros = (now.getEpochSecond() - late) * 1_000_000L + chance.below(1000);
        long timestamp = now.toEpochMilli() - (chance.permille(100) ? 3_600_000L : 0);
        long id = SimRecord.id(producers.getOrDefault(log, 0), ++sequence);
        return new SimRecord(id, eventMicros, timestamp, kind(fate));
    }

    private static SimRecord.Kind kind(int fate) {
        if (fate >= 98) {
            return SimRecord.Kind.TOMBSTONE;
        }
        return fate >= 96 ? SimRecord.Kind.BROKEN : fate >= 92 ? SimRecord.Kind.RELAXED_ROW : SimRecord.Kind.ROW;
    }
}
