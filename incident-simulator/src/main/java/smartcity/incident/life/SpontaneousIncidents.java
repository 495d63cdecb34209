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
import smartcity.event.IncidentDuration;
import smartcity.road.Road;

/// Emits the reports on all incidents that happen by chance.
///
/// The series is a pure function of all arguments but `from`, which only cuts off its beginning: a process that
/// starts later continues with the incidents that began before. The weather in effect at its instant decides
/// whether an incident begins, so the next instant may have no event.
public final class SpontaneousIncidents implements EventSource {
    private final PriorityQueue<EmergencyReport> pending =
            new PriorityQueue<>(Comparator.comparing(EmergencyReport::timestamp).thenComparing(EmergencyReport::id));
    private final Deque<IncidentArrivals.Arrival> arrivalQueue = new ArrayDeque<>();
    private final Conditions conditions;
    private final IncidentArrivals arrivals;
    private final WeatherThinning thinning;
    private final IncidentReports reports;
    private final Instant from;
    private long nextBin;

    /// The conditions that incidents depend on.
    ///
    /// @param exposure the distance driven on the road
    /// @param disturbances the weather that makes accidents more frequent
    public record Conditions(Road road, TrafficExposure exposure, Disturbances disturbances) {}

    /// @param seed of the city
    /// @param rateMultiplier simulated incidents per real one, 0.001 to 1000
    /// @param from the series begins with the reports at this instant or later; the weather of the four hours
    /// before must have been received
    public SpontaneousIncidents(Seed seed, Conditions conditions, double rateMultiplier, Instant from) {
        this.conditions = conditions;
        this.arrivals = new IncidentArrivals(seed.of("incidents"), conditions.exposure(), rateMultiplier);
        this.thinning = new WeatherThinning(conditions.disturbances());
        this.reports = new IncidentReports(seed, conditions.road());
        this.from = from;
        this.nextBin = IncidentArrivals.binOf(from.minus(IncidentDuration.LONGEST));
        lookAhead();
        while (arrivalQueue.element().began().isBefore(from)) {
            decideNext();
        }
    }

    @Override
    public Instant nextDue() {
        Instant next = arrivalQueue.element().began();
        return pending.isEmpty() || next.isBefore(pending.element().timestamp())
                ? next
                : pending.element().timestamp();
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        while (arrivalQueue.element().began().equals(due)) {
            decideNext();
        }
        List<Event> events = new ArrayList<>();
        while (!pending.isEmpty() && pending.element().timestamp().equals(due)) {
            events.add(pending.remove());
        }
        return events;
    }

    private void decideNext() {
        Incident incident = Incident.of(arrivalQueue.remove(), conditions.road(), conditions.exposure());
        if (thinning.keeps(incident)) {
            for (EmergencyReport report : reports.of(incident)) {
                if (!report.timestamp().isBefore(from)) {
                    pending.add(report);
                }
            }
        }
        lookAhead();
    }

    private void lookAhead() {
        while (arrivalQueue.isEmpty()) {
            arrivalQueue.addAll(arrivals.in(nextBin));
            nextBin++;
        }
    }
}
