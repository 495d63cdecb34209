package smartcity.emission;

import java.time.Instant;

/// Makes durable what an [EventLoop] has let out.
interface ProgressCommitter {
    /// Real time until the next commit is wanted [ns]; not positive when it is.
    long nanosUntilDue();

    /// Asks to commit that everything before an instant has been let out, and nothing from it on. May return
    /// before it is committed, but not before the commit that was asked for last is.
    ///
    /// @return false when Kafka has refused that, for instance because the shards have moved: then nothing
    ///     since the commit before it has been told
    boolean reached(Instant toldUntil) throws InterruptedException;

    /// Waits for what was asked for.
    ///
    /// @return false when Kafka has refused it
    boolean settled() throws InterruptedException;
}
