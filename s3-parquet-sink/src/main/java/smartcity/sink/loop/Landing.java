package smartcity.sink.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.CommitOutcome;
import smartcity.sink.kafka.LogPosition;
import smartcity.sink.kafka.OffsetCommits;
import smartcity.sink.store.NewObject;

/// A batch on its way into the bucket. Its range is fixed when the landing begins, before anything is committed, so
/// that every attempt to declare or to store it is the same. For the loop's thread.
final class Landing {
    /// The result of one step.
    sealed interface Outcome {
        /// Kafka or the bucket has not confirmed everything yet; the next step continues.
        record Pending() implements Outcome {}

        /// All objects are in the bucket, and the end of the range is committed.
        record Completed(LandedCut landed) implements Outcome {}

        /// Kafka refused the commit: a newer owner may exist, so this landing must end without another request.
        record Fenced() implements Outcome {}

        /// This process still owns the partition, but the bucket holds an object that the protocol excludes, the
        /// records came from another topic than the name stands for now, or the sink fails to write them.
        ///
        /// @param reason names what was found, and what was expected
        record Blocked(String reason) implements Outcome {}
    }

    private sealed interface Stage {
        /// The cut is not known to be committed: nothing may be stored.
        record Declaring(PartitionBatch batch, boolean confirmed) implements Stage {}

        /// The cut is durable; its objects are being stored.
        record Storing(CutUploads uploads) implements Stage {}
    }

    private static final Outcome PENDING = new Outcome.Pending();
    private static final Outcome FENCED = new Outcome.Fenced();

    private final TopicPartition partition;
    private final TopicIdentity topic;
    private final String rules;
    private final LogPosition start;
    private final LogPosition end;
    private final boolean declared;
    private final Cut cut;
    private final CutCause cause;
    private final Instant since;
    private final OffsetRange range;
    private final BatchCounts counts;
    private final long batchBytes;
    private Stage stage;

    /// @param source of the batch, which starts at the partition's committed offset and has all records
    ///     before the end of `cut`
    /// @param since when the batch was cut
    Landing(Source source, PartitionBatch batch, Cut cut, CutCause cause, Instant since) {
        this.partition = source.origin.partition();
        this.topic = source.origin.topic();
        this.rules = source.origin.rules();
        this.start = source.start;
        this.end = source.end;
        this.declared = source.declared;
        this.cut = cut;
        this.cause = cause;
        this.since = since;
        this.range = new OffsetRange(batch.start(), cut.end());
        this.counts = BatchCounts.of(batch);
        this.batchBytes = batch.heldBytes();
        this.stage = new Stage.Declaring(batch, false);
    }

    /// Where the records of a landing come from.
    ///
    /// @param declared whether the cut is durable already, as the metadata of the group's offset
    record Source(RecordOrigin origin, LogPosition start, LogPosition end, boolean declared) {}

    /// Moves on by as many stages as can be completed now. After any outcome but [Outcome.Pending] the landing is over.
    Outcome step(OffsetCommits commits, BucketUploads bucket, TopicGuard guard) {
        return switch (stage) {
            case Stage.Declaring(PartitionBatch batch, boolean confirmed) ->
                confirmed ? declare(batch, commits, bucket) : confirm(batch, commits, bucket, guard);
            case Stage.Storing(CutUploads uploads) -> store(uploads, commits);
        };
    }

    /// All records of the batch have been read, so it lands only if the topic is still the one they came from.
    private Outcome confirm(PartitionBatch batch, OffsetCommits commits, BucketUploads bucket, TopicGuard guard) {
        return switch (guard.confirm(partition.topic(), topic)) {
            case TopicGuard.Verdict.Confirmed _ -> {
                stage = new Stage.Declaring(batch, true);
                yield declare(batch, commits, bucket);
            }
            case TopicGuard.Verdict.Unknown _ -> PENDING;
            case TopicGuard.Verdict.Changed(String reason) -> new Outcome.Blocked(reason);
        };
    }

    private Outcome declare(PartitionBatch batch, OffsetCommits commits, BucketUploads bucket) {
        return switch (declared ? CommitOutcome.DONE : commits.declare(partition, start, cut)) {
            case DONE -> store(batch, commits, bucket);
            case LATER -> PENDING;
            case FENCED -> FENCED;
        };
    }

    private Outcome store(PartitionBatch batch, OffsetCommits commits, BucketUploads bucket) {
        CutUploads uploads;
        try {
            uploads = uploads(batch, bucket);
        } catch (RuntimeException e) {
            return new Outcome.Blocked(BlockReasons.unfinished(partition, range, e));
        }
        stage = new Stage.Storing(uploads);
        return store(uploads, commits);
    }

    private CutUploads uploads(PartitionBatch batch, BucketUploads bucket) {
        boolean replay = cause == CutCause.REPLAY;
        List<NewObject> objects = batch.close(cut.end());
        CutUploads uploads = new CutUploads(objects, range, replay, bucket);
        if (replay && cut.rules() != null && !cut.rules().equals(rules)) {
            uploads.after(new OtherRulesSearch(partition, cut.layout(), range, rules));
        }
        return uploads;
    }

    private Outcome store(CutUploads uploads, OffsetCommits commits) {
        uploads.advance();
        Optional<String> contradiction = uploads.contradiction();
        if (contradiction.isPresent()) {
            Outcome confirmed = confirm(contradiction.get(), commits);
            if (!(confirmed instanceof Outcome.Pending)) {
                return confirmed;
            }
        }
        return uploads.completed() ? finish(uploads, commits) : PENDING;
    }

    /// A contradiction means nothing if another member has continued with the partition meanwhile: only the owner can
    /// declare the cut once more.
    private Outcome confirm(String contradiction, OffsetCommits commits) {
        return switch (commits.declare(partition, start, cut)) {
            case DONE -> new Outcome.Blocked(contradiction);
            case LATER -> PENDING;
            case FENCED -> FENCED;
        };
    }

    private Outcome finish(CutUploads uploads, OffsetCommits commits) {
        return switch (commits.finish(partition, start, end, cut)) {
            case DONE -> new Outcome.Completed(new LandedCut(range, cause, since, counts, uploads.stored()));
            case LATER -> PENDING;
            case FENCED -> FENCED;
        };
    }

    /// The offsets that land.
    OffsetRange range() {
        return range;
    }

    /// When the batch was cut.
    Instant since() {
        return since;
    }

    /// Records in the range, dead letters and ignored ones included.
    long records() {
        return counts.records();
    }

    /// Memory taken [bytes, an estimate while the files are not finished].
    long heldBytes() {
        return switch (stage) {
            case Stage.Declaring _ -> batchBytes;
            case Stage.Storing(CutUploads uploads) -> uploads.heldBytes();
        };
    }

    /// Memory that finishing its files takes beside that [bytes, an estimate].
    long finishingBytes() {
        return switch (stage) {
            case Stage.Declaring(PartitionBatch batch, var _) -> batch.finishingBytes();
            case Stage.Storing _ -> 0;
        };
    }
}
