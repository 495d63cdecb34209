package smartcity.sink.loop;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import smartcity.sink.store.ObjectStore;

/// The way to the bucket: asks on other threads, repeats what failed for as long as it fails, and knows whether
/// the bucket answers at present.
final class BucketUploads {
    private final ObjectStore store;
    private final Executor executor;
    private final LoopContext world;
    private final RetryBackoff backoff;
    private String trouble = "";

    BucketUploads(ObjectStore store, Executor executor, LoopContext world, RetryBackoff backoff) {
        this.store = store;
        this.executor = executor;
        this.world = world;
        this.backoff = backoff;
    }

    ObjectStore store() {
        return store;
    }

    /// See [BucketRequest#answer].
    <A> @Nullable A answer(BucketRequest<A> request) {
        return request.answer(executor, world.clock().instant());
    }

    /// The answer to `request` was a failure; returns false, as nothing is settled by it.
    <A> boolean failed(BucketRequest<A> request, String reason) {
        Duration wait = request.failed(world, backoff);
        trouble = reason;
        world.events().accept(new LoopEvent.StoreFailed(reason, request.failures(), wait));
        return false;
    }

    /// The bucket answered.
    void succeeded() {
        if (!trouble.isEmpty()) {
            trouble = "";
            world.events().accept(new LoopEvent.StoreRecovered());
        }
    }

    void stored(LoopEvent.Stored event) {
        succeeded();
        world.events().accept(event);
    }

    /// Nothing is asked of the bucket any more, so nobody would find out that it answers again.
    void forgetTrouble() {
        trouble = "";
    }

    /// Why the bucket does not answer; empty while it does.
    String trouble() {
        return trouble;
    }
}
