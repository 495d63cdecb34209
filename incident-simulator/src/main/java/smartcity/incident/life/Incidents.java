package smartcity.incident.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import smartcity.chance.Seed;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.road.Road;

/// The reports on all incidents.
///
/// The series is a pure function of the arguments but `from`, which only cuts off its beginning: a process that
/// starts later goes on with the incidents that began before.
public final class Incidents implements EventSource {
    private final PriorityQueue<EmergencyReport> pending =
            new PriorityQueue<>(Comparator.comparing(EmergencyReport::timestamp).thenComparing(EmergencyReport::id));
    private final Road road;
    private final Exposure exposure;
    private final Arrivals arrivals;
    private final Log log;
    private final Instant from;
    private long nextBin;

    /// @param seed of the city
    /// @param rateMultiplier incidents for each that would really happen, 0.001 to 1000
    /// @param from the series begins with the reports at this instant or later
    public Incidents(Seed seed, Road road, Exposure exposure, double rateMultiplier, Instant from) {
        this.road = road;
        this.exposure = exposure;
        this.arrivals = new Arrivals(seed.of("incidents"), exposure, rateMultiplier);
        this.log = new Log(seed, road);
        this.from = from;
        this.nextBin = Arrivals.binOf(from.minus(Life.LONGEST));
        lookAhead();
    }

    @Override
    public Instant nextDue() {
        return pending.element().timestamp();
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        List<Event> events = new ArrayList<>();
        while (!pending.isEmpty() && nextDue().equals(due)) {
            events.add(pending.remove());
        }
        lookAhead();
        return events;
    }

    /// Adds incidents until none that is missing could be reported before the first that is pending.
    private void lookAhead() {
        while (pending.isEmpty() || !nextDue().isBefore(Arrivals.beginOf(nextBin))) {
            for (Arrivals.Arrival arrival : arrivals.in(nextBin)) {
                for (EmergencyReport report : log.of(Incident.of(arrival, road, exposure))) {
                    if (!report.timestamp().isBefore(from)) {
                        pending.add(report);
                    }
                }
            }
            nextBin++;
        }
    }
}
