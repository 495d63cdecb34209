package smartcity.event;

import java.time.Instant;
import java.util.List;

/// An endless series of events in the order of their timestamps. Not safe for use by several threads.
public interface EventSource {
    /// The instant of the next events, if there are any: their timestamp. Never moves backwards.
    Instant nextDue();

    /// The events of [#nextDue()], perhaps none, and moves on to the instant after it.
    List<Event> next();

    /// Like [#next()], without the events outside a share. A source of many devices saves the work of making those.
    default List<Event> next(EventFilter filter) {
        return next().stream()
                .filter(event -> filter.accepts(event.deviceId(), event.timestamp()))
                .toList();
    }
}
