package smartcity.emission.fault;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Which rates hold when: those that are configured, until others are ordered. Safe for use by several threads.
public final class FaultSchedule {
    /// What holds from an instant until another; kept together so that a reader needs no lock most of the time.
    private record Span(Instant from, Instant until, FaultRates rates) {
        boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private final TreeMap<Instant, FaultRates> changes = new TreeMap<>();
    private volatile Span latest;
    private volatile boolean ever;

    /// @param configured what holds until something is ordered
    public FaultSchedule(FaultRates configured) {
        changes.put(Instant.MIN, configured);
        latest = new Span(Instant.MIN, Instant.MAX, configured);
        ever = !configured.none();
    }

    /// Lets other rates hold from a simulated instant on.
    public synchronized void set(FaultRates rates, Instant from) {
        changes.put(from, rates);
        latest = span(latest.from());
        ever |= !rates.none();
    }

    /// The rates at a simulated instant.
    public FaultRates at(Instant instant) {
        Span known = latest;
        return known.holds(instant) ? known.rates() : renewed(instant);
    }

    /// Whether anything goes wrong at any time, as far as is known.
    public boolean everHadFaults() {
        return ever;
    }

    private synchronized FaultRates renewed(Instant instant) {
        latest = span(instant);
        return latest.rates();
    }

    private Span span(Instant instant) {
        Map.Entry<Instant, FaultRates> last = changes.floorEntry(instant);
        if (last == null) {
            throw new IllegalStateException("Failed to find rates, which there are from the beginning");
        }
        Instant until = changes.higherKey(instant);
        return new Span(last.getKey(), until == null ? Instant.MAX : until, last.getValue());
    }
}
