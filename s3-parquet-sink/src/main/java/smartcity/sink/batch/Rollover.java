package smartcity.sink.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a batch is due by itself.
///
/// @param maxRecords records at most
/// @param maxBytes memory at most [bytes]
/// @param maxAge counted from the arrival of the first record, by the wall clock: an idle partition is due, too
public record Rollover(long maxRecords, long maxBytes, Duration maxAge) {
    public Rollover {
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords must be at least 1 but was " + maxRecords);
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but was " + maxBytes);
        }
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("maxAge must be positive but was " + maxAge);
        }
    }

    /// Why `batch` is due at `now`; empty when it is not.
    ///
    /// @param heldBytes what the batch takes, as [PartitionBatch#heldBytes] said
    public Optional<CutCause> due(PartitionBatch batch, long heldBytes, Instant now) {
        if (batch.records() == 0) {
            return Optional.empty();
        }
        if (batch.records() >= maxRecords) {
            return Optional.of(CutCause.RECORDS);
        }
        if (heldBytes >= maxBytes) {
            return Optional.of(CutCause.BYTES);
        }
        return batch.openedAt().plus(maxAge).isAfter(now) ? Optional.empty() : Optional.of(CutCause.AGE);
    }
}
