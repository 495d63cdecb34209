package smartcity.emission.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Which interval was ordered for a stream, and from when on. Safe for use by several threads.
public final class IntervalSchedule {
    private final ConcurrentSkipListMap<Instant, Duration> changes = new ConcurrentSkipListMap<>();

    /// Lets another interval hold from a simulated instant on.
    public void set(Duration interval, Instant from) {
        changes.put(from, interval);
    }

    /// The interval at a simulated instant.
    ///
    /// @param configured what holds before the first change
    Duration at(Instant instant, Duration configured) {
        Map.Entry<Instant, Duration> last = changes.floorEntry(instant);
        return last == null ? configured : last.getValue();
    }

    /// When the first change after an instant is; [Instant#MAX] when none is known.
    Instant nextAfter(Instant instant) {
        Instant next = changes.higherKey(instant);
        return next == null ? Instant.MAX : next;
    }
}
