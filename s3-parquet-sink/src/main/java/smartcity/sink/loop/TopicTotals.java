package smartcity.sink.loop;

import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The totals of a topic since the process started.
///
/// @param records rows, dead letters and ignored records
/// @param deadLetters of those
/// @param ignored of those, tombstones that left no row
/// @param bytes of objects
/// @param lastObject key of the last object; null before the first
/// @param lastAt when the last object had landed; null before the first
/// @param newestEvent event time of the newest row that has landed; null before the first
/// @param lastReason of the dead letter that landed last; null before the first
/// @param goneOffsets offsets that Kafka deleted before they could land
public record TopicTotals(
        long records,
        long deadLetters,
        long ignored,
        long objects,
        long bytes,
        @Nullable String lastObject,
        @Nullable Instant lastAt,
        @Nullable Instant newestEvent,
        @Nullable String lastReason,
        long goneOffsets) {
    /// Nothing.
    public static final TopicTotals NONE = new TopicTotals(0, 0, 0, 0, 0, null, null, null, null, 0);

    static TopicTotals of(LandedCut landed, Instant now) {
        BatchCounts counts = landed.counts();
        StoredObjects stored = landed.stored();
        return new TopicTotals(
                counts.records(),
                counts.deadLetters(),
                counts.ignored(),
                stored.objects(),
                stored.bytes(),
                stored.lastKey(),
                stored.objects() == 0 ? null : now,
                counts.newestEvent(),
                counts.lastReason(),
                0);
    }

    static TopicTotals gone(long offsets) {
        return new TopicTotals(0, 0, 0, 0, 0, null, null, null, null, offsets);
    }

    /// Both together; the last object is the later one's.
    public TopicTotals plus(TopicTotals other) {
        TopicTotals later = Objects.equals(later(lastAt, other.lastAt), other.lastAt) ? other : this;
        return new TopicTotals(
                records + other.records,
                deadLetters + other.deadLetters,
                ignored + other.ignored,
                objects + other.objects,
                bytes + other.bytes,
                later.lastObject,
                later.lastAt,
                later(newestEvent, other.newestEvent),
                other.lastReason == null ? lastReason : other.lastReason,
                goneOffsets + other.goneOffsets);
    }

    /// The same, with the time of another clock; event times have none.
    TopicTotals timed(UnaryOperator<Instant> time) {
        return new TopicTotals(
                records,
                deadLetters,
                ignored,
                objects,
                bytes,
                lastObject,
                lastAt == null ? null : time.apply(lastAt),
                newestEvent,
                lastReason,
                goneOffsets);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
