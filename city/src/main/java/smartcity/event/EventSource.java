package smartcity.event;

import java.time.Instant;
import java.util.List;

/// An endless series of events in order of their timestamps. Not safe for use by several threads.
public interface EventSource {
    /// Timestamp of the next events; there may turn out to be none. Never moves backwards, except that a command may
    /// add an earlier event.
    Instant nextDue();

    /// Returns the events of [#nextDue()], possibly none, and advances to the next instant.
    List<Event> next();

    /// Like [#next()], but only with the events that a filter accepts. A source of many devices does not compute the
    /// others.
    default List<Event> next(EventFilter filter) {
        return next().stream()
                .filter(event -> filter.accepts(event.deviceId(), event.timestamp()))
                .toList();
    }
}
