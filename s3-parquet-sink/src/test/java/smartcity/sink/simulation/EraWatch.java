package smartcity.sink.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/// What one era of a partition has in the bucket.
final class EraWatch {
    private final Map<ProducedRecord, String> keys = new HashMap<>();
    final TreeMap<Long, Long> startByEnd = new TreeMap<>();
    private final Set<Long> offsets = new HashSet<>();

    /// Up to which offset it was checked that everything committed is there.
    long checked;

    /// The first offset that was committed.
    long firstKnown = Long.MAX_VALUE;

    /// The log whose records it has; null while it has none.
    @Nullable
    PartitionLog log;

    /// Whether the sink could not have found out that the log was truncated, as it does not learn the leader epoch at
    /// every offset.
    boolean unprovable;

    boolean has(ProducedRecord record) {
        return keys.containsKey(record);
    }

    /// The records that the object had before.
    Set<ProducedRecord> of(String key) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Adds a record; returns the other object that has it already, or null.
    @Nullable
    String add(ProducedRecord record, String key) {
        offsets.add(record.offset());
        String before = keys.putIfAbsent(record, key);
        return key.equals(before) ? null : before;
    }

    /// A truncation of which it has records on both sides, or null.
    @Nullable
    LogTruncation divided() {
        for (LogTruncation truncation : truncations()) {
            if (keys.keySet().stream().anyMatch(truncation::loses)
                    && keys.keySet().stream().anyMatch(truncation::precedes)) {
                return truncation;
            }
        }
        return null;
    }

    private List<LogTruncation> truncations() {
        return log == null ? List.of() : log.truncations;
    }

    /// Whether it has records that a truncation lost.
    private boolean diverged() {
        return truncations().stream()
                .anyMatch(truncation -> keys.keySet().stream().anyMatch(truncation::loses));
    }

    /// The sink commits no leader epoch behind a gap, an operator commits none at all, and Kafka compares
    /// none with what retention has deleted.
    void committed(@Nullable OffsetAndMetadata known) {
        if (!unprovable && diverged()) {
            unprovable =
                    known == null || overtaken(known) || (known.leaderEpoch().isEmpty() && !comparable(known));
        }
    }

    private boolean overtaken(OffsetAndMetadata known) {
        return log != null && known.offset() < log.first;
    }

    private boolean comparable(OffsetAndMetadata known) {
        return !known.metadata().isEmpty() && offsets.contains(known.offset() - 1);
    }
}
