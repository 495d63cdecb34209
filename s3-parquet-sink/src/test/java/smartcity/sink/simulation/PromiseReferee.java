package smartcity.sink.simulation;

import static smartcity.sink.simulation.BrokenPromise.DOUBLED;
import static smartcity.sink.simulation.BrokenPromise.LOST;
import static smartcity.sink.simulation.BrokenPromise.OTHER_CONTENT;
import static smartcity.sink.simulation.BrokenPromise.OTHER_HISTORY;
import static smartcity.sink.simulation.BrokenPromise.OTHER_HOUR;
import static smartcity.sink.simulation.BrokenPromise.OTHER_TOPIC;
import static smartcity.sink.simulation.BrokenPromise.SECOND_GROUP;
import static smartcity.sink.simulation.BrokenPromise.STEPPED_BACK;
import static smartcity.sink.simulation.BrokenPromise.UNDECLARED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.identity.TopicIdentity;

/// Checks every commit and every object at the moment it takes effect.
///
/// - A record is in one object of an era only, at its offset, in its hour. Records are distinguished by what their
///   producers put into them, not by offsets.
/// - An era has records of one incarnation of the topic, and of one history of its log.
/// - An object's range is before the committed offset, or is exactly the cut that is pending there.
/// - What is committed is in the bucket, unless Kafka has deleted it or the sink reported it as skipped.
/// - The committed offset steps back at most to the start of the range that landed last.
final class PromiseReferee {
    private final SimWorld world;
    private final Map<TopicPartition, PartitionWatch> watches = new HashMap<>();
    private @Nullable PromiseViolation violation;

    PromiseReferee(SimWorld world) {
        this.world = world;
    }

    @Nullable
    PromiseViolation violation() {
        return violation;
    }

    /// Remembers the first violation, as the place that found it may be one where the sink catches everything.
    PromiseViolation broken(BrokenPromise promise, String what, @Nullable Throwable cause) {
        world.trace.say("VIOLATION %s: %s", promise, what);
        PromiseViolation found = new PromiseViolation(promise, what, cause);
        if (violation == null) {
            violation = found;
        }
        return found;
    }

    void must(boolean holds, BrokenPromise promise, String what) {
        if (!holds) {
            throw broken(promise, what, null);
        }
    }

    PartitionWatch watch(TopicPartition partition) {
        return watches.computeIfAbsent(partition, _ -> new PartitionWatch());
    }

    void stored(String key, List<LandedRow> rows) {
        SimObjectName name = SimObjectName.of(key);
        PartitionWatch watch = watch(name.partition());
        EraWatch era = watch.era(name.era());
        Set<ProducedRecord> kept = era.of(key);
        for (LandedRow row : rows) {
            ProducedRecord produced = world.topics.produced(row.id());
            if (produced == null) {
                throw broken(OTHER_CONTENT, key + " has offset " + row.offset() + ", which was never produced", null);
            }
            kept.remove(produced);
            landed(name, key, row, produced, era);
        }
        if (!kept.isEmpty()) {
            throw broken(LOST, key + " was overwritten by " + rows.size() + " rows without " + kept, null);
        }
        LogTruncation divided = era.divided();
        must(
                divided == null || era.unprovable,
                OTHER_HISTORY,
                key + " continues over a truncation, " + divided + ", of what is in the bucket");
        OffsetRange.of(name.partition(), name.era(), key).ifPresent(range -> {
            must(
                    rows.stream().allMatch(row -> row.offset() >= range.start() && row.offset() < range.end()),
                    OTHER_CONTENT,
                    key + " has offsets outside of its range");
            era.startByEnd.put(range.end(), range.start());
        });
        mustBeCovered(name.partition(), watch);
    }

    private void landed(SimObjectName name, String key, LandedRow row, ProducedRecord produced, EraWatch era) {
        SimRecord record = produced.record();
        String id = SimRecord.name(record.id());
        boolean there = produced.offset() == row.offset()
                && produced.log().partition.equals(name.partition())
                && record.mayBe(name.deadLetters());
        must(there, OTHER_CONTENT, key + " has " + id + " at offset " + row.offset());
        must(name.fits(record), OTHER_HOUR, key + " has " + id + " of another hour");
        PartitionLog log = era.log;
        era.log = produced.log();
        must(
                log == null || log == produced.log(),
                OTHER_TOPIC,
                key + " has " + id + " of " + produced.log().topic + " among records of another");
        String other = era.add(produced, key);
        must(other == null, DOUBLED, id + " is in " + key + " and in " + other);
    }

    void committed(String group, TopicPartition partition, OffsetAndMetadata offset) {
        must(group.equals(SimWorld.GROUP), SECOND_GROUP, "group " + group + " committed " + offset);
        PartitionWatch watch = watch(partition);
        OffsetAndMetadata before = watch.unmarked() ? null : watch.known();
        int eraBefore = watch.knownEra();
        watch.known(offset);
        int number = watch.knownEra();
        EraWatch era = watch.era(number);
        era.firstKnown = Math.min(era.firstKnown, offset.offset());
        must(number >= eraBefore, STEPPED_BACK, partition + " went back from era " + eraBefore + " to " + number);
        if (before != null && eraBefore == number && offset.offset() < before.offset()) {
            long start = era.startByEnd.getOrDefault(before.offset(), -1L);
            must(
                    start == offset.offset(),
                    STEPPED_BACK,
                    partition + " went back from " + before.offset() + " to " + offset);
        }
        era.committed(offset);
        mustBeCovered(partition, watch);
        mustHaveLanded(partition, watch, era, offset.offset());
    }

    /// What a truncation lost and replaced is checked in the end: the sink may learn of it after this commit.
    private void mustHaveLanded(TopicPartition partition, PartitionWatch watch, EraWatch era, long offset) {
        TopicIdentity topic = watch.knownTopic();
        PartitionLog log = topic == null ? world.topics.log(partition) : world.topics.log(partition, topic);
        if (offset > era.checked && log.truncations.isEmpty()) {
            log.present
                    .subMap(era.checked, offset)
                    .values()
                    .forEach(one -> must(
                            era.has(one) || watch.isSkipped(one, watch.knownEra()) || precedes(one, era),
                            LOST,
                            partition + " is committed to " + offset + " without " + one.offset()));
            era.checked = offset;
        }
    }

    /// Whether the record is before those that an operator has wanted to land in the present era.
    boolean precedes(ProducedRecord one, EraWatch era) {
        return one.offset() < era.firstKnown
                && world.settings.of(one.log().partition.topic()).precedes(one);
    }

    private void mustBeCovered(TopicPartition partition, PartitionWatch watch) {
        OffsetAndMetadata known = watch.known();
        if (known == null || watch.unmarked()) {
            return;
        }
        long cutEnd = watch.pendingEnd();
        watch.era(watch.knownEra())
                .startByEnd
                .tailMap(known.offset(), false)
                .forEach((end, start) -> must(
                        start == known.offset() && end == cutEnd,
                        UNDECLARED,
                        partition + " has objects of [" + start + ", " + end + ") but is committed at " + known));
    }

    /// An operator moved the group's offset.
    void reset(TopicPartition partition, OffsetAndMetadata offset) {
        PartitionWatch watch = watch(partition);
        watch.known(offset);
        watch.era(era(partition)).committed(offset);
        watch.moved(world.topics.log(partition), offset.offset());
    }

    private int era(TopicPartition partition) {
        return world.settings.of(partition.topic()).era();
    }

    /// The group's offsets are forgotten.
    void expired() {
        SimTopics.NAMES.forEach(this::expired);
    }

    void expired(String topic) {
        watches.forEach((partition, watch) -> {
            if (partition.topic().equals(topic)) {
                watch.expired(era(partition));
            }
        });
    }

    /// Kafka has deleted the beginning of a log, or what was from `offset` on.
    void changed(PartitionLog log, long offset) {
        watch(log.partition).changed(log, offset);
    }

    /// A replica reported that these offsets are gone.
    void gone(TopicPartition partition, OffsetRange range) {
        watch(partition).gone(world.topics.log(partition), range);
    }

    /// A replica reported that these offsets are skipped and do not land in the era.
    void skipped(TopicPartition partition, OffsetRange range, int era) {
        watch(partition).skipped(world.topics.log(partition), range, era);
    }

    /// A replica begins an era there: it must have what follows, whatever becomes of the replica.
    void began(TopicPartition partition, int number, long offset) {
        EraWatch era = watch(partition).era(number);
        era.firstKnown = Math.min(era.firstKnown, offset);
    }
}
