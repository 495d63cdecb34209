package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing wanted from the bucket, asked on another thread and again after each failure. The loop's thread
/// looks after it by [#answer]; nothing blocks.
final class BucketRequest<A> {
    private final Supplier<A> attempt;
    private @Nullable CompletableFuture<A> running;
    private Instant nextAttempt = Instant.MIN;
    private int failures;

    /// @param attempt asks once
    BucketRequest(Supplier<A> attempt) {
        this.attempt = attempt;
    }

    /// The answer to an attempt, if one has come since the last call; starts the next attempt when its time has come.
    @Nullable
    A answer(Executor executor, Instant now) {
        if (running == null && !now.isBefore(nextAttempt)) {
            running = CompletableFuture.supplyAsync(attempt, executor);
        }
        if (running == null || !running.isDone()) {
            return null;
        }
        A answer = running.join();
        running = null;
        return answer;
    }

    /// Says that the answer was a failure: the next attempt starts after the wait that is returned.
    Duration failed(LoopContext world, RetryBackoff backoff) {
        failures++;
        Duration wait = backoff.after(failures, world.chance());
        nextAttempt = world.clock().instant().plus(wait);
        return wait;
    }

    int failures() {
        return failures;
    }
}
