package smartcity.incident.life;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import smartcity.chance.Seed;
import smartcity.disturbance.Disturbances;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.road.Road;

/// The reports on all incidents.
///
/// The series is a pure function of the arguments but `from`, which only cuts off its beginning: a process
/// that starts later goes on with the incidents that began before. Whether an incident begins is decided at
/// its instant, by the weather as it is known then: the next instant may turn out to have no event.
public final class SpontaneousIncidents implements EventSource {
    private final PriorityQueue<EmergencyReport> pending =
            new PriorityQueue<>(Comparator.comparing(EmergencyReport::timestamp).thenComparing(EmergencyReport::id));
    private final Deque<IncidentArrivals.Arrival> coming = new ArrayDeque<>();
    private final Conditions conditions;
    private final IncidentArrivals arrivals;
    private final WeatherThinning sieve;
    private final IncidentReports log;
    private final Instant from;
    private long nextBin;

    /// Where incidents happen.
    ///
    /// @param exposure what is driven on the road
    /// @param disturbances the weather that makes accidents more frequent
    public record Conditions(Road road, TrafficExposure exposure, Disturbances disturbances) {}

    /// @param seed of the city
    /// @param rateMultiplier incidents for each that would really happen, 0.001 to 1000
    /// @param from the series begins with the reports at this instant or later; the weather of the four
    /// hours before must be known
    public SpontaneousIncidents(Seed seed, Conditions conditions, double rateMultiplier, Instant from) {
        this.conditions = conditions;
        this.arrivals = new IncidentArrivals(seed.of("incidents"), conditions.exposure(), rateMultiplier);
        this.sieve = new WeatherThinning(conditions.disturbances());
        this.log = new IncidentReports(seed, conditions.road());
        this.from = from;
        this.nextBin = IncidentArrivals.binOf(from.minus(ClearanceTime.LONGEST));
        lookAhead();
        while (coming.element().began().isBefore(from)) {
            decideNext();
        }
    }

    @Override
    public Instant nextDue() {
        Instant begins = coming.element().began();
        return pending.isEmpty() || begins.isBefore(pending.element().timestamp())
                ? begins
                : pending.element().timestamp();
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        while (coming.element().began().equals(due)) {
            decideNext();
        }
        List<Event> events = new ArrayList<>();
        while (!pending.isEmpty() && pending.element().timestamp().equals(due)) {
            events.add(pending.remove());
        }
        return events;
    }

    private void decideNext() {
        Incident incident = Incident.of(coming.remove(), conditions.road(), conditions.exposure());
        if (sieve.keeps(incident)) {
            for (EmergencyReport report : log.of(incident)) {
                if (!report.timestamp().isBefore(from)) {
                    pending.add(report);
                }
            }
        }
        lookAhead();
    }

    private void lookAhead() {
        while (coming.isEmpty()) {
            coming.addAll(arrivals.in(nextBin));
            nextBin++;
        }
    }
}
