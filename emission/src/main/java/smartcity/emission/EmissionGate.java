package smartcity.emission;

import java.time.Instant;

/// Holds a simulator back until what it reads of others is complete.
@FunctionalInterface
public interface EmissionGate {
    /// For simulators that read nothing.
    EmissionGate OPEN = due -> true;

    /// Whether the events of an instant may be made now; if not, it is asked again soon. Called on one thread, with
    /// instants that may go back when shards move.
    boolean passes(Instant due);
}
