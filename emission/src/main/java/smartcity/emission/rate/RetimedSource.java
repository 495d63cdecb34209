package smartcity.emission.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;

/// A source whose interval commands change. Its events at an instant depend only on the interval in effect then, so one
/// that starts later continues with the same events. The next due instant may change at any time, when a command is
/// received.
public final class RetimedSource implements EventSource {
    /// Makes the source for an interval.
    @FunctionalInterface
    public interface SourceFactory {
        /// The source that reports at an interval, from an instant on.
        EventSource at(Duration interval, Instant from);
    }

    private final SourceFactory factory;
    private final IntervalSchedule intervals;
    private EventSource source;
    private Instant since;

    /// @param configured interval before the first change
    /// @param from no event is before it
    public RetimedSource(SourceFactory factory, IntervalSchedule intervals, Duration configured, Instant from) {
        this.factory = factory;
        this.intervals = intervals;
        this.since = from;
        this.source = factory.at(intervals.at(from, configured), from);
    }

    @Override
    public Instant nextDue() {
        Instant change = intervals.nextAfter(since);
        while (!source.nextDue().isBefore(change)) {
            source = factory.at(intervals.at(change, Duration.ZERO), change);
            since = change;
            change = intervals.nextAfter(since);
        }
        return source.nextDue();
    }

    @Override
    public List<Event> next() {
        return source.next();
    }

    @Override
    public List<Event> next(EventFilter filter) {
        return source.next(filter);
    }
}
