package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import smartcity.sink.store.ObjectStore;

/// Requests to the bucket on other threads, repeated for as long as they fail, and whether the bucket answers at
/// present.
final class BucketUploads {
    private final ObjectStore store;
    private final Executor executor;
    private final LoopContext context;
    private final RetryBackoff backoff;
    private @Nullable String failure;

    BucketUploads(ObjectStore store, Executor executor, LoopContext context, RetryBackoff backoff) {
        this.store = store;
        this.executor = executor;
        this.context = context;
        this.backoff = backoff;
    }

    ObjectStore store() {
        return store;
    }

    /// See [BucketRequest#answer].
    <A> @Nullable A answer(BucketRequest<A> request) {
        return request.answer(executor, context.clock().instant());
    }

    /// Records that the answer to `request` was a failure; returns false, as the request continues.
    <A> boolean failed(BucketRequest<A> request, String reason) {
        Duration wait = request.failed(context, backoff);
        failure = reason;
        context.events().accept(new LoopEvent.StoreFailed(reason, request.failures(), wait));
        return false;
    }

    /// Records that the bucket answered.
    void succeeded() {
        if (failure != null) {
            failure = null;
            context.events().accept(new LoopEvent.StoreRecovered());
        }
    }

    Instant now() {
        return context.clock().instant();
    }

    void publish(LoopEvent event) {
        context.events().accept(event);
    }

    void stored(LoopEvent.Stored event) {
        succeeded();
        context.events().accept(event);
    }

    /// Clears [#failure] when no request is left that would find out that the bucket answers again.
    void forgetFailure() {
        failure = null;
    }

    /// Why the bucket does not answer; empty while it does.
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
