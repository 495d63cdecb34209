package smartcity.sink.loop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.PartitionBatch;

/// A batch in numbers, at the moment it was cut.
///
/// @param records rows, dead letters and ignored records
/// @param deadLetters of those
/// @param ignored of those, tombstones that left no row
/// @param newestEvent event time of the newest row; null when there is no row
/// @param lastReason of the last dead letter; null when there is none
record BatchCounts(
        long records,
        long deadLetters,
        long ignored,
        @Nullable Instant newestEvent,
        @Nullable String lastReason) {
    static BatchCounts of(PartitionBatch batch) {
        return new BatchCounts(
                batch.records(),
                batch.deadLetters(),
                batch.ignored(),
                batch.newestEvent().orElse(null),
                batch.lastReason().orElse(null));
    }
}
