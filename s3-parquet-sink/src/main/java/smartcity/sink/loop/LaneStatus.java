package smartcity.sink.loop;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;

/// The progress of a partition.
///
/// @param committed the first offset that is not committed as landed; null while it is unknown
/// @param position the next offset to be read; null likewise
/// @param end the offset behind the partition's last record; null while it is unknown
/// @param heldRecords read but not landed
/// @param unreadRecords not read yet, an estimate; null while it is unknown
/// @param heldBytes memory they take
/// @param files objects that the open batch will become
/// @param openedAt when the first record of the open batch arrived; null when the batch is empty
/// @param pendingCut the range on its way into the bucket; null when none is
/// @param pendingSince since when it has been; null when nothing is, or it is still being read
/// @param unlandedSince since when the partition has had a record that has not landed, as [UnlandedSince]
///     says; null when none is known
/// @param noProgressSince since when nothing has been read although there are records to read, or since when the resume
///     point has been unknown; the time of the status when neither
/// @param blocked why the partition is not landed until an operator removes the reason; null when it is
public record LaneStatus(
        String topic,
        int partition,
        @Nullable Long committed,
        @Nullable Long position,
        @Nullable Long end,
        long heldRecords,
        @Nullable Long unreadRecords,
        long heldBytes,
        int files,
        @Nullable Instant openedAt,
        @Nullable OffsetRange pendingCut,
        @Nullable Instant pendingSince,
        @Nullable Instant unlandedSince,
        Instant noProgressSince,
        @Nullable String blocked) {
    /// Offsets from the position to the end, held records not counted; null while it is unknown.
    public @Nullable Long lag() {
        return end == null || position == null ? null : end - position;
    }

    /// The same, with times of another clock.
    LaneStatus timed(UnaryOperator<Instant> time) {
        return new LaneStatus(
                topic,
                partition,
                committed,
                position,
                end,
                heldRecords,
                unreadRecords,
                heldBytes,
                files,
                openedAt == null ? null : time.apply(openedAt),
                pendingCut,
                pendingSince == null ? null : time.apply(pendingSince),
                unlandedSince == null ? null : time.apply(unlandedSince),
                time.apply(noProgressSince),
                blocked);
    }
}
