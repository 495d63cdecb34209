package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicIdentity;

/// The log of one partition of one incarnation of a topic.
final class PartitionLog {
    final TopicIdentity topic;
    final TopicPartition partition;

    /// Every record that is or was in it, by offset; not those that a truncation lost.
    final TreeMap<Long, ProducedRecord> ever = new TreeMap<>();

    /// Those that Kafka still has.
    final TreeMap<Long, ProducedRecord> present = new TreeMap<>();

    final List<LogTruncation> truncations = new ArrayList<>();
    private final TreeMap<Integer, Long> startByEpoch = new TreeMap<>(Map.of(0, 0L));
    private final Set<Long> compacted = new HashSet<>();
    long first;
    long end;

    PartitionLog(TopicIdentity topic, TopicPartition partition) {
        this.topic = topic;
        this.partition = partition;
    }

    ProducedRecord append(SimRecord record) {
        ProducedRecord produced = new ProducedRecord(record, this, end, leaderEpoch());
        ever.put(end, produced);
        present.put(end, produced);
        end++;
        return produced;
    }

    /// Leaves offsets without a record, as a transaction's marker or an aborted transaction does.
    void skip(int offsets) {
        end += offsets;
    }

    /// Retention.
    void deleteBefore(long offset) {
        first = Math.max(first, Math.min(offset, end));
        present.headMap(first).clear();
    }

    /// Compaction of one record.
    void compact(ScheduleChance chance) {
        List<Long> offsets = new ArrayList<>(present.keySet());
        if (!offsets.isEmpty()) {
            long offset = chance.pick(offsets);
            present.remove(offset);
            compacted.add(offset);
        }
    }

    boolean wasCompacted(long offset) {
        return compacted.contains(offset);
    }

    /// The first record that has this timestamp or a later one.
    Optional<ProducedRecord> since(long timestampMillis) {
        return present.values().stream()
                .filter(one -> one.record().timestampMillis() >= timestampMillis)
                .findFirst();
    }

    int leaderEpoch() {
        return startByEpoch.lastKey();
    }

    /// A leader that has nothing from `offset` on is elected.
    void truncate(long offset) {
        int newEpoch = leaderEpoch() + 1;
        ever.tailMap(offset, true).clear();
        present.tailMap(offset, true).clear();
        compacted.removeIf(one -> one >= offset);
        end = offset;
        startByEpoch.values().removeIf(start -> start >= offset && start > 0);
        startByEpoch.put(newEpoch, offset);
        truncations.add(new LogTruncation(offset, newEpoch));
    }

    /// The offset behind what the leader of that epoch, or of an earlier one, has written.
    long endOfEpoch(int epoch) {
        Map.Entry<Integer, Long> next = startByEpoch.higherEntry(epoch);
        return next == null ? end : next.getValue();
    }

    /// The epoch of the leader that wrote what is before `offset`.
    int epochBefore(long offset) {
        int found = startByEpoch.firstKey();
        for (Map.Entry<Integer, Long> epoch : startByEpoch.entrySet()) {
            found = epoch.getValue() < offset ? epoch.getKey() : found;
        }
        return found;
    }
}
