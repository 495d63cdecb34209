package smartcity.emission.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// The intervals of a stream over simulated time, as commands set them. Safe for use by several threads.
public final class IntervalSchedule {
    private final ConcurrentSkipListMap<Instant, Duration> changes = new ConcurrentSkipListMap<>();

    /// Sets another interval from a simulated instant on.
    public void set(Duration interval, Instant from) {
        changes.put(from, interval);
    }

    /// The interval at a simulated instant.
    ///
    /// @param configured the interval before the first change
    Duration at(Instant instant, Duration configured) {
        Map.Entry<Instant, Duration> last = changes.floorEntry(instant);
        return last == null ? configured : last.getValue();
    }

    /// The instant of the first change after an instant; [Instant#MAX] without one.
    Instant nextAfter(Instant instant) {
        Instant next = changes.higherKey(instant);
        return next == null ? Instant.MAX : next;
    }
}
