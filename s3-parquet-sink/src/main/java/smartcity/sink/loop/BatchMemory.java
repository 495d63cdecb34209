package smartcity.sink.loop;

import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.FileLimit;

/// Memory of one partition's batches while they are filled. A loop accounts for its memory once a turn; that
/// is too late for a turn whose records open many files, or many columns. For the loop's thread.
final class BatchMemory {
    private final TopicPartition partition;
    private final BatchLimits limits;
    private long counted;

    BatchMemory(TopicPartition partition, BatchLimits limits) {
        this.partition = partition;
        this.limits = limits;
    }

    /// Counts what was put into the batch since the last call.
    ///
    /// @param heldBytes by the batch
    void count(long heldBytes) {
        limits.memory().grown(heldBytes - counted);
        counted = heldBytes;
    }

    /// What one record may have [bytes].
    long mostRecordBytes() {
        return limits.memory().mostRecordBytes();
    }

    /// The next [#count] is for a new batch.
    void beginBatch() {
        counted = 0;
    }

    /// Whether the batch may take more now.
    ///
    /// @param replay whether it is that of a pending cut
    boolean free(boolean replay) {
        return limits.memory().free() || (replay && limits.memory().mustComplete(partition));
    }

    /// Room for a file of a new batch.
    FileLimit files() {
        return (open, heldBytes, bytes) ->
                open >= limits.maxFiles() ? Optional.of(CutCause.WINDOWS) : memory(heldBytes, bytes);
    }

    /// Room for a file of a pending cut, which has as many as it had.
    FileLimit filesOfReplay() {
        return (_, heldBytes, bytes) ->
                limits.memory().mustComplete(partition) ? Optional.empty() : memory(heldBytes, bytes);
    }

    private Optional<CutCause> memory(long heldBytes, long bytes) {
        count(heldBytes);
        return limits.memory().admits(bytes) ? Optional.empty() : Optional.of(CutCause.MEMORY);
    }
}
