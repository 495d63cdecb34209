package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;

/// Checks every commit and every object at the moment it takes effect.
///
/// - An offset is in one object only, in the hour of its record, with the record's content.
/// - An object's range is before the committed offset, or is exactly the cut that is pending there.
/// - What is committed is in the bucket, unless Kafka has deleted it.
/// - The committed offset steps back at most to the start of the range that landed last.
final class PromiseReferee {
    private static final class Watch {
        final Map<Long, String> landed = new HashMap<>();
        final TreeMap<Long, Long> startByEnd = new TreeMap<>();
        final List<OffsetRange> gone = new ArrayList<>();
        long checked;
        long firstKnown = Long.MAX_VALUE;

        @Nullable
        OffsetAndMetadata known;

        /// Whether a replica said that the offset is gone.
        boolean said(long offset) {
            return gone.stream().anyMatch(one -> one.start() <= offset && offset < one.end());
        }
    }

    private final SimWorld world;
    private final Map<TopicPartition, Watch> watches = new HashMap<>();
    private @Nullable PromiseViolation violation;

    PromiseReferee(SimWorld world) {
        this.world = world;
    }

    @Nullable
    PromiseViolation violation() {
        return violation;
    }

    /// Remembers the first violation, as the place that found it may be one where the sink catches everything.
    PromiseViolation broken(String what, @Nullable Throwable cause) {
        world.trace.say("VIOLATION %s", what);
        PromiseViolation found = cause == null ? new PromiseViolation(what) : new PromiseViolation(what, cause);
        if (violation == null) {
            violation = found;
        }
        return found;
    }

    private void must(boolean holds, String what) {
        if (!holds) {
            throw broken(what, null);
        }
    }

    private Watch watch(TopicPartition partition) {
        return watches.computeIfAbsent(partition, _ -> new Watch());
    }

    void stored(String key, List<LandedRow> rows) {
        SimObjectName name = SimObjectName.of(key);
        Watch watch = watch(name.partition());
        PartitionLog log = world.topics.log(name.partition());
        long kept = watch.landed.values().stream().filter(key::equals).count();
        for (LandedRow row : rows) {
            SimRecord record = log.ever.get(row.offset());
            if (record == null) {
                throw broken(key + " has offset " + row.offset() + ", which was never produced", null);
            }
            must(row.id() == record.id(), key + " has another record at offset " + row.offset());
            must(name.hour() == record.hour(), key + " has offset " + row.offset() + " of another hour");
            String other = watch.landed.putIfAbsent(row.offset(), key);
            must(other == null || other.equals(key), "offset " + row.offset() + " is in " + key + " and in " + other);
        }
        must(rows.size() >= kept, key + " had " + kept + " rows and was overwritten by " + rows.size());
        Optional<OffsetRange> range = OffsetRange.of(name.partition(), 0, key);
        range.ifPresent(one -> {
            must(
                    rows.stream().allMatch(row -> row.offset() >= one.start() && row.offset() < one.end()),
                    key + " has offsets outside of its range");
            watch.startByEnd.put(one.end(), one.start());
        });
        mustBeCovered(name.partition(), watch);
    }

    void committed(TopicPartition partition, OffsetAndMetadata offset) {
        Watch watch = watch(partition);
        OffsetAndMetadata before = watch.known;
        watch.known = offset;
        watch.firstKnown = Math.min(watch.firstKnown, offset.offset());
        if (before != null && offset.offset() < before.offset()) {
            long start = watch.startByEnd.getOrDefault(before.offset(), -1L);
            must(start == offset.offset(), partition + " went back from " + before.offset() + " to " + offset);
        }
        mustBeCovered(partition, watch);
        if (offset.offset() > watch.checked) {
            world.topics
                    .log(partition)
                    .present
                    .subMap(watch.checked, offset.offset())
                    .keySet()
                    .forEach(one -> must(
                            watch.landed.containsKey(one),
                            partition + " is committed to " + offset.offset() + " without " + one));
            watch.checked = offset.offset();
        }
    }

    private void mustBeCovered(TopicPartition partition, Watch watch) {
        OffsetAndMetadata known = watch.known;
        if (known == null) {
            return;
        }
        long cutEnd = CommitState.of(known.metadata()) instanceof CommitState.Pending(Cut cut) ? cut.end() : -1;
        watch.startByEnd
                .tailMap(known.offset(), false)
                .forEach((end, start) -> must(
                        start == known.offset() && end == cutEnd,
                        partition + " has objects of [" + start + ", " + end + ") but is committed at " + known));
    }

    /// The group's offsets are forgotten.
    void expired() {
        watches.values().forEach(watch -> {
            watch.known = null;
            watch.firstKnown = watch.startByEnd.isEmpty() ? Long.MAX_VALUE : watch.firstKnown;
        });
    }

    /// A replica said that these offsets are gone.
    void gone(TopicPartition partition, OffsetRange range) {
        watch(partition).gone.add(range);
    }

    /// Whether everything that can be committed is committed, and everything gone has been reported.
    boolean complete(TopicPartition partition) {
        Watch watch = watch(partition);
        PartitionLog log = world.topics.log(partition);
        OffsetAndMetadata known = watch.known;
        if (known == null) {
            return log.present.isEmpty() && watch.startByEnd.isEmpty();
        }
        long wanted = log.present.isEmpty() ? 0 : log.present.lastKey() + 1;
        boolean reported = log.ever.tailMap(known.offset()).keySet().stream()
                .takeWhile(offset -> offset < log.first)
                .allMatch(offset -> watch.landed.containsKey(offset) || watch.said(offset) || log.wasCompacted(offset));
        return !(CommitState.of(known.metadata()) instanceof CommitState.Pending)
                && known.offset() >= wanted
                && reported;
    }

    /// What keeps a schedule from its end.
    List<String> incomplete() {
        return world.topics.partitions().stream()
                .filter(partition -> !complete(partition))
                .map(partition -> partition + " at " + watch(partition).known + " of "
                        + world.topics.log(partition).present.keySet())
                .toList();
    }

    /// All is quiet: every record must have landed, or be said to be gone.
    void end() {
        world.topics.partitions().forEach(partition -> {
            Watch watch = watch(partition);
            PartitionLog log = world.topics.log(partition);
            log.ever.keySet().forEach(offset -> {
                boolean said = watch.said(offset);
                must(
                        watch.landed.containsKey(offset)
                                || said
                                || log.wasCompacted(offset)
                                || offset < watch.firstKnown,
                        partition + " lost offset " + offset);
                must(
                        watch.landed.containsKey(offset) || !log.present.containsKey(offset),
                        partition + " has not landed offset " + offset);
            });
        });
    }
}
