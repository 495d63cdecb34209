package smartcity.sink.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a batch is due by itself.
///
/// @param maxRecords records at most
/// @param maxBytes of its largest object [bytes of Parquet]
/// @param maxAge counted from the arrival of the first record, in real time: an idle partition is due, too
/// @param maxWindows folders it has rows for, and hours it has dead letters for, together
public record RolloverRule(long maxRecords, long maxBytes, Duration maxAge, int maxWindows) {
    public RolloverRule {
        if (maxRecords < 1) {
            throw new IllegalArgumentException("maxRecords must be at least 1 but was " + maxRecords);
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1 but was " + maxBytes);
        }
        if (maxWindows < 1) {
            throw new IllegalArgumentException("maxWindows must be at least 1 but was " + maxWindows);
        }
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("maxAge must be positive but was " + maxAge);
        }
    }

    /// Why `batch` is due at `now`; empty when it is not.
    public Optional<CutCause> due(PartitionBatch batch, Instant now) {
        if (batch.records() == 0) {
            return Optional.empty();
        }
        Optional<CutCause> full = batch.full();
        if (full.isPresent()) {
            return full;
        }
        if (batch.records() >= maxRecords) {
            return Optional.of(CutCause.RECORDS);
        }
        if (batch.largestBytes() >= maxBytes) {
            return Optional.of(CutCause.BYTES);
        }
        return batch.openedAt().plus(maxAge).isAfter(now) ? Optional.empty() : Optional.of(CutCause.AGE);
    }
}
