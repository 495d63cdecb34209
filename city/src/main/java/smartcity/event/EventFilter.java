package smartcity.event;

import java.time.Instant;

/// Selects the events that one process emits.
@FunctionalInterface
public interface EventFilter {
    /// Accepts all events.
    EventFilter ALL = (deviceId, instant) -> true;

    /// Whether the process emits the events of a device at an instant.
    boolean accepts(String deviceId, Instant instant);
}
