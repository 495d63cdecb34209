package smartcity.emission;

import java.time.Instant;

/// When events of an instant may leave.
public interface EmissionPace {
    /// The instant at which telling begins, or goes on after an absence that is too long.
    Instant from();

    /// The instant at which to go on with what was told until another one.
    Instant resumed(Instant toldUntil);

    /// Real time until an instant is due [ns]; not positive when it is. Called on one thread.
    long nanosUntil(Instant due);

    /// Whether an instant lies behind the end of the period. Called on one thread, with the next instant to come.
    boolean isOver(Instant due);

    /// The simulated instant now; may be called from any thread.
    Instant now();
}
