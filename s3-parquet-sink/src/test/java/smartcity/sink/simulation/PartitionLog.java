package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The log of one partition.
final class PartitionLog {
    /// Every record ever produced, by offset.
    final TreeMap<Long, SimRecord> ever = new TreeMap<>();

    /// Those that Kafka still has.
    final TreeMap<Long, SimRecord> present = new TreeMap<>();

    private final Set<Long> compacted = new HashSet<>();
    long first;
    long end;

    void append(SimRecord record) {
        ever.put(end, record);
        present.put(end, record);
        end++;
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
}
