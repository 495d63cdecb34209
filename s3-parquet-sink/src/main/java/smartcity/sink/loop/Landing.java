package smartcity.sink.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;

/// A batch on its way into the bucket. Its range is fixed when the landing begins, before anything is committed, so
/// that every attempt to declare or to store it is the same.
final class Landing {
    /// How far it is.
    enum Stage {
        /// The cut is not known to be committed: nothing may be stored.
        DECLARING,
        /// The cut is durable; objects are being stored.
        STORING,
        /// All objects are there; the end is not known to be committed.
        COMMITTING
    }

    private record Upload(NewObject object, BucketRequest<PutOutcome> request) {}

    final Cut cut;
    final CutCause cause;
    final long records;
    final long refused;
    final long ignored;
    final long startOffset;
    final Instant newestEvent;
    Stage stage = Stage.DECLARING;

    /// When it was first looked after.
    @Nullable
    Instant since;

    private final List<Upload> uploads = new ArrayList<>();
    private @Nullable PartitionBatch batch;
    private long heldBytes;
    long storedBytes;
    int objects;
    String lastKey = "";

    /// What is in the bucket but cannot be, if this process still has the partition; empty when all is well.
    String contradiction = "";

    Landing(PartitionBatch batch, Cut cut, CutCause cause) {
        this.batch = batch;
        this.cut = cut;
        this.cause = cause;
        this.records = batch.records();
        this.refused = batch.refused();
        this.ignored = batch.ignored();
        this.startOffset = batch.start();
        this.newestEvent = batch.newestEvent();
        this.heldBytes = batch.heldBytes();
    }

    /// Memory taken [bytes].
    long heldBytes() {
        return heldBytes;
    }

    OffsetRange range() {
        return new OffsetRange(startOffset, cut.end());
    }

    /// The cut is durable: finishes the files and starts to store them.
    void declared(ObjectStore store) {
        PartitionBatch open = batch;
        if (open == null) {
            throw new IllegalStateException("Failed to declare " + cut + " a second time");
        }
        batch = null;
        heldBytes = 0;
        for (NewObject object : open.close(cut.end())) {
            heldBytes += object.content().size();
            uploads.add(new Upload(object, new BucketRequest<>(() -> attempt(store, object))));
        }
        stage = Stage.STORING;
    }

    /// A replay looks before it puts. It may have fewer rows than the first attempt had, as Kafka may have deleted some
    /// since, and a bucket that ignores `If-None-Match` would replace more rows by fewer.
    private PutOutcome attempt(ObjectStore store, NewObject object) {
        if (cause != CutCause.REPLAY) {
            return store.putIfAbsent(object);
        }
        return switch (store.list(object.key())) {
            case ListOutcome.Unavailable(String reason) -> new PutOutcome.Unavailable(reason);
            case ListOutcome.Listed(List<String> keys)
            when keys.contains(object.key()) -> new PutOutcome.AlreadyThere(object.records());
            case ListOutcome.Listed _ -> store.putIfAbsent(object);
        };
    }

    /// Looks after the uploads; afterwards the stage is COMMITTING if all objects are there.
    void store(BucketUploads uploading) {
        uploads.removeIf(upload -> {
            PutOutcome outcome = uploading.answer(upload.request);
            return outcome != null && settled(upload, outcome, uploading);
        });
        if (uploads.isEmpty()) {
            stage = Stage.COMMITTING;
        }
    }

    private boolean settled(Upload upload, PutOutcome outcome, BucketUploads uploading) {
        return switch (outcome) {
            case PutOutcome.Stored _ -> stored(upload.object, uploading, false);
            case PutOutcome.AlreadyThere(long before) ->
                same(upload.object, before) && stored(upload.object, uploading, true);
            case PutOutcome.Unavailable(String reason) -> uploading.failed(upload.request, reason);
            case PutOutcome.Refused(String reason) -> uploading.failed(upload.request, reason);
        };
    }

    /// Another number of rows under the same name would mean that rows are lost or doubled, which nobody could repair
    /// later; only a replay can have fewer, as Kafka may have deleted some since.
    private boolean same(NewObject object, long before) {
        boolean same = cause == CutCause.REPLAY ? before >= object.records() : before == object.records();
        if (!same) {
            contradiction = "Failed to store " + object.key() + ": it is there with " + before
                    + " records but must have " + object.records();
        }
        return same;
    }

    private boolean stored(NewObject object, BucketUploads uploading, boolean before) {
        long bytes = object.content().size();
        heldBytes -= bytes;
        storedBytes += bytes;
        objects++;
        lastKey = object.key();
        uploading.stored(new LoopEvent.Stored(object.key(), object.records(), bytes, range(), before));
        return true;
    }
}
