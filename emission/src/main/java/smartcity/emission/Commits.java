package smartcity.emission;

import java.time.Instant;

/// Makes durable what an [EventLoop] has let out.
interface Commits {
    /// Real time until the next commit is wanted [ns]; not positive when it is.
    long nanosUntilDue();

    /// Commits that everything before an instant has been let out, and nothing from it on.
    ///
    /// @return false when Kafka has refused, for instance because the shards have moved: then nothing since the
    ///     commit before has been told
    boolean reached(Instant toldUntil) throws InterruptedException;
}
