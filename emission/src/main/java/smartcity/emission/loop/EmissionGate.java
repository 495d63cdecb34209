package smartcity.emission.loop;

import java.time.Instant;

/// Makes a simulator wait until the input it reads from other simulators is complete.
@FunctionalInterface
public interface EmissionGate {
    /// For simulators that read nothing.
    EmissionGate OPEN = due -> true;

    /// Whether the events of an instant may be made now; if not, the caller tries again soon. Called on one
    /// thread, with instants that may go back when shards move.
    boolean passes(Instant due);
}
