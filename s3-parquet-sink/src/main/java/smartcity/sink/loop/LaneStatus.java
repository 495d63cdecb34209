package smartcity.sink.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;

/// The progress of a partition.
///
/// @param committed the first offset that is not committed as landed; -1 while it is unknown
/// @param position the next offset to be read; -1 likewise
/// @param end the offset behind the partition's last record; -1 when it is not known
/// @param heldRecords read but not landed
/// @param heldBytes memory they take
/// @param files objects that the open batch will become
/// @param openedAt when the first record of the open batch arrived; null when the batch is empty
/// @param pendingCut the range on its way into the bucket; null when none is
/// @param pendingSince since when it has been; null when nothing is, or it is still being read
/// @param standsSince since when nothing has been read although there are records to read, or since when the resume
///     point has been unknown; the time of the status when neither
public record LaneStatus(
        String topic,
        int partition,
        long committed,
        long position,
        long end,
        long heldRecords,
        long heldBytes,
        int files,
        @Nullable Instant openedAt,
        @Nullable OffsetRange pendingCut,
        @Nullable Instant pendingSince,
        Instant standsSince) {
    /// Records behind the position, held ones not counted; -1 when it is not known.
    public long lag() {
        return end < 0 || position < 0 ? -1 : end - position;
    }
}
