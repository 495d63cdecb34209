package smartcity.emission.loop;

import java.time.Duration;
import java.time.Instant;

/// The rule by which the events of an instant may be emitted.
public interface EmissionPace {
    /// The instant at which the emission begins, or continues after an absence that is too long.
    Instant from();

    /// The instant at which a shard continues whose events have been emitted until an instant.
    Instant resumeFrom(Instant emittedUntil);

    /// Real time until an instant is due [ns]; not positive when it is. Called on one thread.
    long nanosUntil(Instant due);

    /// Whether an instant is after the end of the period. Called on one thread, with the next instant to be emitted.
    boolean isOver(Instant due);

    /// Real time for which the first instant that has not been emitted has been due, not negative; zero where
    /// there is no pace to keep. May be called from any thread.
    Duration behind(Instant emittedUntil);

    /// The simulated instant now; may be called from any thread.
    Instant now();
}
