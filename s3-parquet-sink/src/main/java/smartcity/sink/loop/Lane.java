package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.FileFormat;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.RowPlacement;

/// One partition from assignment to revocation: what is held of it, what is on its way into the bucket, and what is
/// committed. At most one cut is under way; the next batch fills meanwhile. A lane that has been dropped holds
/// nothing and does nothing.
final class Lane {
    private final TopicPartition partition;
    private final TopicDecoder intake;
    private final FileFormat files;
    private final int maxWindows;
    private @Nullable PartitionBatch open;
    private List<ConsumerRecord<ByteBuffer, ByteBuffer>> waiting = List.of();
    private @Nullable Landing landing;
    private @Nullable Cut replay;
    private boolean dropped;
    private boolean doubtful;
    private long committed = -1;
    private long position = -1;

    /// @param maxWindows open files of a batch at most; a replay has as many as it had
    Lane(TopicPartition partition, TopicDecoder intake, FileFormat files, int maxWindows) {
        this.partition = partition;
        this.intake = intake;
        this.files = files;
        this.maxWindows = maxWindows;
    }

    TopicPartition partition() {
        return partition;
    }

    /// Whether it is known where this partition goes on.
    boolean resumed() {
        return open != null;
    }

    /// Starts where the partition goes on.
    void resume(ResumePoint from) {
        committed = from.offset();
        position = from.position();
        replay = from.pending();
        Cut pending = from.pending();
        open = pending == null
                ? batchFrom(from.offset())
                : new PartitionBatch(files, replaying(pending), partition, from.offset(), Integer.MAX_VALUE);
    }

    private PartitionBatch batchFrom(long offset) {
        return new PartitionBatch(files, intake.topic().placement(), partition, offset, maxWindows);
    }

    private RowPlacement replaying(Cut pending) {
        try {
            return intake.topic().placement(pending.layout());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Failed to complete the cut of " + partition + " in "
                            + pending.layout().template() + ": " + e.getMessage(),
                    e);
        }
    }

    /// Takes records in the order of their offsets, then the consumer's position behind them. Those behind one that the
    /// open batch has no room for wait: nothing more should be read until it is cut.
    void take(List<ConsumerRecord<ByteBuffer, ByteBuffer>> records, long newPosition, Instant now) {
        if (dropped) {
            return;
        }
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> all = waiting.isEmpty() ? records : joined(waiting, records);
        for (int i = 0; i < all.size(); i++) {
            ConsumerRecord<ByteBuffer, ByteBuffer> record = all.get(i);
            reach(record.offset());
            if (!intake.take(record, batch(), now)) {
                waiting = all.subList(i, all.size());
                return;
            }
        }
        waiting = List.of();
        reach(newPosition);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return second.isEmpty()
                ? first
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    /// A pending cut ends exactly where it was cut before, not where a poll happens to end.
    private void reach(long next) {
        position = next;
        Cut pending = replay;
        if (pending != null && next >= pending.end()) {
            landing = new Landing(batch(), pending, CutCause.REPLAY);
            open = batchFrom(pending.end());
            replay = null;
        }
    }

    private PartitionBatch batch() {
        PartitionBatch batch = open;
        if (batch == null) {
            throw new IllegalStateException("Failed to take records of " + partition + ": it has not resumed");
        }
        return batch;
    }

    /// Whether a cut can begin now.
    boolean ready() {
        return !dropped && !doubtful && open != null && landing == null && replay == null && open.records() > 0;
    }

    /// Fixes the end of what is held; only when [#ready].
    void cut(CutCause cause) {
        LandedTopic topic = intake.topic();
        landing = new Landing(batch(), new Cut(position, topic.layout(), topic.rules()), cause);
        open = batchFrom(position);
    }

    /// Moves what is on its way by as many steps as can be done at once; returns a cut that has been completed by it.
    @Nullable
    Landing advance(OffsetCommits commits, BucketUploads uploading) {
        doubtful = commits.doubtful(partition);
        Landing current = landing;
        if (current == null) {
            return null;
        }
        if (current.stage == Landing.Stage.DECLARING) {
            declare(current, commits, uploading);
        }
        if (current.stage == Landing.Stage.STORING) {
            current.store(uploading);
        }
        if (!current.contradiction.isEmpty()) {
            prove(current, commits);
        }
        return current.stage == Landing.Stage.COMMITTING && finished(current, commits) ? current : null;
    }

    /// A contradiction means nothing if another member has gone on with the partition meanwhile.
    private void prove(Landing current, OffsetCommits commits) {
        switch (commits.declare(partition, committed, current.cut)) {
            case DONE -> throw new IllegalStateException(current.contradiction);
            case LATER -> {}
            case FENCED -> drop();
        }
    }

    private void declare(Landing current, OffsetCommits commits, BucketUploads uploading) {
        OffsetCommits.Outcome outcome = current.cause == CutCause.REPLAY
                ? OffsetCommits.Outcome.DONE
                : commits.declare(partition, committed, current.cut);
        switch (outcome) {
            case DONE -> current.declared(uploading.store());
            case LATER -> {}
            case FENCED -> drop();
        }
    }

    private boolean finished(Landing current, OffsetCommits commits) {
        return switch (commits.finish(partition, committed, current.cut)) {
            case DONE -> {
                doubtful = commits.doubtful(partition);
                committed = current.cut.end();
                landing = null;
                yield true;
            }
            case LATER -> false;
            case FENCED -> {
                drop();
                yield false;
            }
        };
    }

    /// Lets go of everything held.
    void drop() {
        dropped = true;
        open = null;
        waiting = List.of();
        landing = null;
        replay = null;
    }

    boolean dropped() {
        return dropped;
    }

    /// Whether a commit of this lane may still take effect later, so that nothing new may be cut; nothing is on its
    /// way.
    boolean stuckInDoubt() {
        return doubtful && landing == null && replay == null;
    }

    boolean replaying() {
        return replay != null;
    }

    /// Whether records that were read wait for room.
    boolean waiting() {
        return !waiting.isEmpty();
    }

    /// How the partition's topic is landed.
    LandedTopic topic() {
        return intake.topic();
    }

    @Nullable
    PartitionBatch open() {
        return open;
    }

    @Nullable
    Landing landing() {
        return landing;
    }

    /// The first offset that is not committed as landed; -1 before the lane has resumed.
    long committed() {
        return committed;
    }

    /// The next offset to be read; -1 before the lane has resumed.
    long position() {
        return position;
    }

    /// When the first record of the open batch came; null when it is empty.
    @Nullable
    Instant openedAt() {
        return open == null || open.records() == 0 ? null : open.openedAt();
    }

    /// The range that is on its way; null when none is.
    @Nullable
    OffsetRange pendingCut() {
        if (replay != null) {
            return new OffsetRange(committed, replay.end());
        }
        return landing == null ? null : landing.range();
    }

    /// Records held or on their way.
    long heldRecords() {
        return (open == null ? 0 : open.records()) + waiting.size() + (landing == null ? 0 : landing.records);
    }

    /// Memory taken by them [bytes, an estimate].
    long heldBytes() {
        return openBytes() + leavingBytes();
    }

    /// Open files of the open batch.
    int files() {
        return open == null ? 0 : open.files();
    }

    /// Memory taken by the open batch [bytes, an estimate].
    long openBytes() {
        return open == null ? 0 : open.heldBytes();
    }

    /// Memory taken by what is on its way [bytes, an estimate].
    long leavingBytes() {
        return landing == null ? 0 : landing.heldBytes();
    }

    /// The offset behind what was read, as far as it is known.
    long readUpTo() {
        return waiting.isEmpty() ? position : waiting.getLast().offset() + 1;
    }

    /// The offset up to which everything held must be committed to have landed; -1 when nothing is held.
    long heldUpTo() {
        if (replay != null) {
            return replay.end();
        }
        if (open != null && open.records() > 0) {
            return readUpTo();
        }
        return landing == null ? -1 : landing.cut.end();
    }
}
