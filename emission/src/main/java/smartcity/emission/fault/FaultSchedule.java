package smartcity.emission.fault;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The rates of faults over simulated time: the configured ones until commands set others. Safe for use by several
/// threads.
public final class FaultSchedule {
    /// The rates from one instant until another; kept together so that a reader needs no lock most of the time.
    private record RatePeriod(Instant from, Instant until, FaultRates rates) {
        boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private final TreeMap<Instant, FaultRates> changes = new TreeMap<>();
    private volatile RatePeriod latest;
    private volatile boolean everHadFaults;

    /// @param configured the rates until the first command
    public FaultSchedule(FaultRates configured) {
        changes.put(Instant.MIN, configured);
        latest = new RatePeriod(Instant.MIN, Instant.MAX, configured);
        everHadFaults = !configured.none();
    }

    /// Sets other rates from a simulated instant on.
    public synchronized void set(FaultRates rates, Instant from) {
        changes.put(from, rates);
        latest = periodOf(latest.from());
        everHadFaults |= !rates.none();
    }

    /// The rates at a simulated instant.
    public FaultRates at(Instant instant) {
        RatePeriod known = latest;
        return known.contains(instant) ? known.rates() : changeTo(instant);
    }

    /// Whether a rate was or will be above 0 at any time, by the commands received until now.
    public boolean everHadFaults() {
        return everHadFaults;
    }

    private synchronized FaultRates changeTo(Instant instant) {
        latest = periodOf(instant);
        return latest.rates();
    }

    private RatePeriod periodOf(Instant instant) {
        Map.Entry<Instant, FaultRates> last = changes.floorEntry(instant);
        if (last == null) {
            throw new IllegalStateException("Failed to find the rates at " + instant);
        }
        Instant until = changes.higherKey(instant);
        return new RatePeriod(last.getKey(), until == null ? Instant.MAX : until, last.getValue());
    }
}
