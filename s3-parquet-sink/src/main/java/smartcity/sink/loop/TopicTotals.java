package smartcity.sink.loop;

import java.time.Instant;

/// The totals of a topic since the process started.
///
/// @param records rows, dead letters and ignored records
/// @param deadLetters of those
/// @param ignored of those, tombstones that left no row
/// @param bytes of objects
/// @param lastObject key of the last object; empty before the first
/// @param lastAt when the last object had landed; [Instant#MIN] before the first
/// @param newestEvent event time of the newest row that has landed; [Instant#MIN] before the first
/// @param goneOffsets offsets that Kafka deleted before they could land
public record TopicTotals(
        long records,
        long deadLetters,
        long ignored,
        long objects,
        long bytes,
        String lastObject,
        Instant lastAt,
        Instant newestEvent,
        long goneOffsets) {
    /// Nothing.
    public static final TopicTotals NONE = new TopicTotals(0, 0, 0, 0, 0, "", Instant.MIN, Instant.MIN, 0);

    static TopicTotals of(LandedCut landed, Instant now) {
        BatchCounts counts = landed.counts();
        StoredObjects stored = landed.stored();
        return new TopicTotals(
                counts.records(),
                counts.deadLetters(),
                counts.ignored(),
                stored.objects(),
                stored.bytes(),
                stored.lastKey() == null ? "" : stored.lastKey(),
                stored.lastKey() == null ? Instant.MIN : now,
                counts.newestEvent() == null ? Instant.MIN : counts.newestEvent(),
                0);
    }

    static TopicTotals gone(long offsets) {
        return new TopicTotals(0, 0, 0, 0, 0, "", Instant.MIN, Instant.MIN, offsets);
    }

    /// Both together; the last object is the later one's.
    public TopicTotals plus(TopicTotals other) {
        TopicTotals later = other.lastAt.isBefore(lastAt) ? this : other;
        return new TopicTotals(
                records + other.records,
                deadLetters + other.deadLetters,
                ignored + other.ignored,
                objects + other.objects,
                bytes + other.bytes,
                later.lastObject,
                later.lastAt,
                newestEvent.isAfter(other.newestEvent) ? newestEvent : other.newestEvent,
                goneOffsets + other.goneOffsets);
    }
}
