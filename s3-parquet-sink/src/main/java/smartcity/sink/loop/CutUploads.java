package smartcity.sink.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.StoredMetadata;

/// The objects of one durable cut on their way into the bucket. Failed requests are repeated without end. For the
/// loop's thread.
final class CutUploads {
    private record Upload(NewObject object, BucketRequest<PutOutcome> request) {}

    private final BucketUploads bucket;
    private final OffsetRange range;
    private final boolean replay;
    private @Nullable BucketRequest<OtherRulesSearch.Answer> search;
    private final List<Upload> uploads = new ArrayList<>();
    private long heldBytes;
    private StoredObjects stored = StoredObjects.NONE;
    private @Nullable String contradiction;

    /// Nothing is requested before [#advance].
    ///
    /// @param replay whether an earlier owner may have stored some of the objects
    CutUploads(List<NewObject> objects, OffsetRange range, boolean replay, BucketUploads bucket) {
        this.bucket = bucket;
        this.range = range;
        this.replay = replay;
        for (NewObject object : objects) {
            heldBytes += object.content().size();
            uploads.add(new Upload(
                    object, new BucketRequest<>(() -> attempt(bucket.store(), object), PutOutcome.Unavailable::new)));
        }
    }

    /// Puts nothing before a search for objects of other rules has found none.
    void after(OtherRulesSearch other) {
        search = new BucketRequest<>(() -> other.search(bucket.store()), OtherRulesSearch.Answer.Unavailable::new);
    }

    /// A replay asks before it puts. It may have fewer rows than the first attempt had, as Kafka may have deleted some
    /// since, and a bucket that ignores `If-None-Match` would replace more rows by fewer.
    private PutOutcome attempt(ObjectStore store, NewObject object) {
        if (!replay) {
            return store.putIfAbsent(object);
        }
        return switch (store.head(object.key())) {
            case HeadOutcome.Unavailable(String reason) -> new PutOutcome.Unavailable(reason);
            case HeadOutcome.Found(StoredMetadata before) -> new PutOutcome.AlreadyThere(before);
            case HeadOutcome.Absent _ -> store.putIfAbsent(object);
        };
    }

    /// Takes the answers that have come, and starts the requests that are due; none after a contradiction.
    void advance() {
        if (contradiction != null) {
            return;
        }
        if (search != null && !searched(search)) {
            return;
        }
        uploads.removeIf(upload -> {
            PutOutcome outcome = bucket.answer(upload.request);
            return outcome != null && settled(upload, outcome);
        });
    }

    private boolean searched(BucketRequest<OtherRulesSearch.Answer> request) {
        switch (bucket.answer(request)) {
            case null -> {}
            case OtherRulesSearch.Answer.Unavailable(String reason) -> bucket.failed(request, reason);
            case OtherRulesSearch.Answer.Found(String reason) -> contradiction = reason;
            case OtherRulesSearch.Answer.None _ -> {
                bucket.succeeded();
                search = null;
            }
        }
        return search == null;
    }

    private boolean settled(Upload upload, PutOutcome outcome) {
        return switch (outcome) {
            case PutOutcome.Stored _ -> stored(upload.object, false);
            case PutOutcome.AlreadyThere(StoredMetadata before) ->
                same(upload.object, before) && stored(upload.object, true);
            case PutOutcome.Unavailable(String reason) -> bucket.failed(upload.request, reason);
            case PutOutcome.Refused(String reason) -> bucket.failed(upload.request, reason);
        };
    }

    /// Other rows under the same name would mean that rows are lost or doubled, which could not be repaired later.
    private boolean same(NewObject object, StoredMetadata before) {
        Optional<String> found = StoredDifference.between(object, before, replay);
        found.ifPresent(difference -> contradiction = "Failed to store " + object.key() + ": " + difference);
        return found.isEmpty();
    }

    private boolean stored(NewObject object, boolean before) {
        long bytes = object.content().size();
        heldBytes -= bytes;
        stored = stored.and(object.key(), bytes);
        bucket.stored(new LoopEvent.Stored(object.key(), object.records(), bytes, range, before));
        return true;
    }

    /// Whether all objects are in the bucket.
    boolean completed() {
        return search == null && uploads.isEmpty();
    }

    /// The last object found in the bucket that the protocol excludes, if there was one.
    Optional<String> contradiction() {
        return Optional.ofNullable(contradiction);
    }

    /// Memory of the objects that are not in the bucket yet [bytes].
    long heldBytes() {
        return heldBytes;
    }

    /// The objects that are in the bucket.
    StoredObjects stored() {
        return stored;
    }
}
