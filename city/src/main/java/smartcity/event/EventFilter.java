package smartcity.event;

import java.time.Instant;

/// The part of the city's events that one process tells.
@FunctionalInterface
public interface EventFilter {
    /// Everything.
    EventFilter ALL = (deviceId, instant) -> true;

    /// Whether the events of a device at an instant belong to it.
    boolean accepts(String deviceId, Instant instant);
}
