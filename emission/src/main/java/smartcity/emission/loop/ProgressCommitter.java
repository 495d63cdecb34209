package smartcity.emission.loop;

import java.time.Instant;

/// Makes durable what an [EventLoop] has emitted. For one thread.
public interface ProgressCommitter {
    /// Real time until the next commit is due [ns]; not positive when it is.
    long nanosUntilDue();

    /// Requests a commit of all events before an instant, and of none from it on. May return before the commit is
    /// complete, but not before the previous one is.
    ///
    /// @return false when Kafka has refused the previous commit, for instance because shards have moved: then
    ///     nothing since the commit before it counts as emitted
    boolean commit(Instant emittedUntil) throws InterruptedException;

    /// Waits for the commit that was requested last.
    ///
    /// @return false when Kafka has refused it
    boolean awaitCommitted() throws InterruptedException;
}
