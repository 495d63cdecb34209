package smartcity.emission.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;

/// A source that goes on at another interval when one is ordered. What it tells at an instant follows from the interval
/// that holds then, so one that starts later goes on with the same events. What is due next may change from one
/// moment to the next, when an order comes.
public final class RetimedSource implements EventSource {
    /// Makes the source anew, or sets it anew.
    @FunctionalInterface
    public interface Making {
        /// The source that reports at an interval, from an instant on.
        EventSource at(Duration interval, Instant from);
    }

    private final Making making;
    private final IntervalSchedule intervals;
    private EventSource source;
    private Instant begun;

    /// @param configured interval that holds before one is ordered
    /// @param from no event is older
    public RetimedSource(Making making, IntervalSchedule intervals, Duration configured, Instant from) {
        this.making = making;
        this.intervals = intervals;
        this.begun = from;
        this.source = making.at(intervals.at(from, configured), from);
    }

    @Override
    public Instant nextDue() {
        Instant change = intervals.nextAfter(begun);
        while (!source.nextDue().isBefore(change)) {
            source = making.at(intervals.at(change, Duration.ZERO), change);
            begun = change;
            change = intervals.nextAfter(begun);
        }
        return source.nextDue();
    }

    @Override
    public List<Event> next() {
        return source.next();
    }

    @Override
    public List<Event> next(EventFilter share) {
        return source.next(share);
    }
}
