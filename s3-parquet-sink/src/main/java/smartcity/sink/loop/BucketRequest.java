package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One request to the bucket, sent on another thread and repeated after each failure. The loop's thread takes the
/// answer by [#answer] and never blocks.
final class BucketRequest<A> {
    private final Supplier<A> attempt;
    private final Function<String, A> unavailable;
    private @Nullable CompletableFuture<A> running;
    private Instant nextAttempt = Instant.MIN;
    private int failures;

    /// @param attempt sends the request once
    /// @param unavailable the answer after which the request is repeated, for a reason: also for an attempt
    ///     that the sink fails by, as other partitions must land nevertheless
    BucketRequest(Supplier<A> attempt, Function<String, A> unavailable) {
        this.attempt = attempt;
        this.unavailable = unavailable;
    }

    /// The answer to an attempt, if one has come since the last call; starts the next attempt when its time has come.
    @Nullable
    A answer(Executor executor, Instant now) {
        if (running == null && !now.isBefore(nextAttempt)) {
            running = CompletableFuture.supplyAsync(this::answered, executor);
        }
        if (running == null || !running.isDone()) {
            return null;
        }
        A answer = running.join();
        running = null;
        return answer;
    }

    private A answered() {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            return unavailable.apply("the sink fails by this request: " + BlockReasons.withPlace(e));
        }
    }

    /// Records that the answer was a failure: the next attempt starts after the wait that is returned.
    Duration failed(LoopContext context, RetryBackoff backoff) {
        failures++;
        Duration wait = backoff.after(failures, context.chance());
        nextAttempt = context.clock().instant().plus(wait);
        return wait;
    }

    int failures() {
        return failures;
    }
}
