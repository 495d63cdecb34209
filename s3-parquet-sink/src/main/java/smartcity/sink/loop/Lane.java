package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.FileFormat;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.LogPosition;
import smartcity.sink.kafka.OffsetCommits;
import smartcity.sink.topic.LandedTopic;

/// One partition from assignment to revocation: what is held of it, what is on its way into the bucket, and what is
/// committed. At most one landing is under way; the next batch fills meanwhile. A lane that has been dropped holds
/// nothing and does nothing. For the loop's thread.
// Over 200 lines: each step of a partition depends on all of its state.
final class Lane {
    private final TopicPartition partition;
    private final TopicDecoder decoder;
    private final FileFormat files;
    private final BatchLimits limits;
    private @Nullable BatchFiller filler;
    private @Nullable Landing landing;
    private boolean dropped;
    private boolean doubtful;
    private boolean unreadable;
    private OptionalLong committed = OptionalLong.empty();
    private OptionalLong position = OptionalLong.empty();
    private final RecordShare share = new RecordShare();

    /// @param limits of its batches
    Lane(TopicPartition partition, TopicDecoder decoder, FileFormat files, BatchLimits limits) {
        this.partition = partition;
        this.decoder = decoder;
        this.files = files;
        this.limits = limits;
    }

    TopicPartition partition() {
        return partition;
    }

    /// How the partition's topic is landed.
    LandedTopic topic() {
        return decoder.topic();
    }

    /// The topic whose records are read; empty unless the lane has resumed.
    Optional<TopicIdentity> origin() {
        return Optional.ofNullable(filler).map(BatchFiller::topic);
    }

    /// Whether the offset at which this partition resumes is known.
    boolean resumed() {
        return filler != null;
    }

    /// Starts where the partition resumes.
    void resume(ResumePoint from) {
        filler = new BatchFiller(partition, decoder, files, limits, from);
        committed = OptionalLong.of(from.offset());
        position = OptionalLong.of(from.position());
    }

    /// See [BatchFiller#endBefore]. The lane must have resumed.
    void endBefore(UnreadableRecordException known) {
        filler().endBefore(known);
    }

    /// See [BatchFiller#take]. The lane must have resumed.
    void take(List<ConsumerRecord<ByteBuffer, ByteBuffer>> records, LogPosition newPosition, Instant now) {
        if (dropped) {
            return;
        }
        BatchFiller reading = filler();
        long before = reading.readUpTo();
        try {
            reading.take(records, newPosition, now).ifPresent(replayed -> landing = replayed);
        } finally {
            position = OptionalLong.of(reading.position());
            share.read(records.size(), Math.max(records.size(), reading.readUpTo() - before));
        }
    }

    /// Why the cut that is read again cannot be completed by what Kafka has; empty when it can.
    Optional<String> divergence() {
        return filler == null ? Optional.empty() : filler.divergence();
    }

    /// See [BatchFiller#reread].
    Optional<LogPosition> reread() {
        return filler == null ? Optional.empty() : filler.reread();
    }

    private BatchFiller filler() {
        BatchFiller resumed = filler;
        if (resumed == null) {
            throw new IllegalStateException("Failed to read " + partition + ": it has not resumed");
        }
        return resumed;
    }

    /// Whether a cut can begin now.
    boolean ready() {
        return !dropped && !doubtful && filler != null && landing == null && filler.ready();
    }

    /// Fixes the end of what is held; only when [#ready].
    void cut(CutCause cause, Instant now) {
        landing = filler().cut(cause, now);
    }

    /// Moves what is on its way by as many stages as can be completed now; empty when nothing is on its way.
    Optional<Landing.Outcome> advance(OffsetCommits commits, BucketUploads bucket, TopicGuard guard) {
        doubtful = commits.doubtful(partition);
        Landing current = landing;
        if (current == null) {
            return Optional.empty();
        }
        Landing.Outcome outcome = current.step(commits, bucket, guard);
        switch (outcome) {
            case Landing.Outcome.Completed(LandedCut landed) -> {
                doubtful = commits.doubtful(partition);
                committed = OptionalLong.of(landed.range().end());
                landing = null;
            }
            case Landing.Outcome.Fenced _, Landing.Outcome.Blocked _ -> drop();
            case Landing.Outcome.Pending _ -> {}
        }
        return Optional.of(outcome);
    }

    /// Releases everything that is held.
    void drop() {
        dropped = true;
        filler = null;
        landing = null;
    }

    boolean dropped() {
        return dropped;
    }

    /// Nothing is read any more. What is held still lands when it is due.
    void endReading() {
        unreadable = true;
    }

    /// Whether reading may go on, as far as Kafka is concerned.
    boolean readable() {
        return !unreadable;
    }

    /// Whether it can start again without reading anything twice: nothing is read, and all that was has landed.
    boolean idle() {
        return unreadable && heldRecords() == 0;
    }

    /// Whether a commit of this lane may still take effect later, so that nothing new may be cut, and nothing is on
    /// its way.
    boolean stuckInDoubt() {
        return doubtful && landing == null && !replaying();
    }

    boolean replaying() {
        return filler != null && filler.replay().isPresent();
    }

    /// Whether records that were read wait for room.
    boolean waiting() {
        return filler != null && filler.waiting();
    }

    /// The batch that is being filled, if the lane has resumed.
    Optional<PartitionBatch> open() {
        return filler == null ? Optional.empty() : Optional.of(filler.open());
    }

    Optional<Landing> landing() {
        return Optional.ofNullable(landing);
    }

    /// The first offset that is not committed as landed; empty before the lane has resumed.
    OptionalLong committed() {
        return committed;
    }

    /// Whether everything before `offset` is committed as landed.
    boolean landedUpTo(long offset) {
        return committed.isPresent() && committed.getAsLong() >= offset;
    }

    /// The next offset to be put into a batch; empty before the lane has resumed.
    OptionalLong position() {
        return position;
    }

    /// The offset behind what was read; empty unless the lane has resumed.
    OptionalLong readUpTo() {
        return filler == null ? OptionalLong.empty() : OptionalLong.of(filler.readUpTo());
    }

    /// Records from what was read to the partition's end, by the share of records among the offsets read so far: an
    /// estimate. Empty while either is unknown.
    OptionalLong unreadRecords(OptionalLong end) {
        OptionalLong read = readUpTo();
        return end.isEmpty() || read.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(share.among(Math.max(0, end.getAsLong() - read.getAsLong())));
    }

    /// The range that is on its way, if one is.
    Optional<OffsetRange> pendingCut() {
        BatchFiller reading = filler;
        return reading != null && reading.replay().isPresent()
                ? reading.replay().map(cut -> new OffsetRange(reading.open().start(), cut.end()))
                : landing().map(Landing::range);
    }

    /// The offset up to which everything held must be committed to have landed; empty when nothing is held.
    OptionalLong heldUpTo() {
        if (filler != null && filler.heldUpTo().isPresent()) {
            return filler.heldUpTo();
        }
        return landing == null
                ? OptionalLong.empty()
                : OptionalLong.of(landing.range().end());
    }

    /// Records held or on their way.
    long heldRecords() {
        return (filler == null ? 0 : filler.heldRecords()) + (landing == null ? 0 : landing.records());
    }

    /// Memory taken by the open batch [bytes, an estimate].
    long openBytes() {
        return filler == null ? 0 : filler.open().heldBytes();
    }

    /// Memory that finishing a file of the batches takes [bytes, an estimate].
    long finishingBytes() {
        long open = filler == null ? 0 : filler.open().finishingBytes();
        return landing == null ? open : Math.max(open, landing.finishingBytes());
    }

    /// Memory taken by what is on its way [bytes, an estimate].
    long leavingBytes() {
        return landing == null ? 0 : landing.heldBytes();
    }
}
