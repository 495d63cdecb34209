package smartcity.incident.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.EventSource;

/// The reports on incidents that happen, as far as they are true, and on those that were ordered. What is due next may
/// change from one moment to the next, when an order comes.
public final class MergedIncidents implements EventSource {
    private final SpontaneousIncidents incidents;
    private final RaisedIncidents ordered;
    private Instant reached;

    /// @param incidents those that happen
    /// @param from the series begins with the reports at this instant or later
    public MergedIncidents(SpontaneousIncidents incidents, RaisedIncidents ordered, Instant from) {
        this.incidents = incidents;
        this.ordered = ordered;
        this.reached = from;
    }

    @Override
    public Instant nextDue() {
        Instant due = ordered.dueFrom(reached);
        return due.isBefore(incidents.nextDue()) ? due : incidents.nextDue();
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        List<Event> events = new ArrayList<>();
        if (incidents.nextDue().equals(due)) {
            incidents.next().stream()
                    .filter(event -> !(event instanceof EmergencyReport report) || ordered.isTrue(report))
                    .forEach(events::add);
        }
        events.addAll(ordered.at(due));
        reached = due.plus(1, ChronoUnit.MICROS);
        return events;
    }
}
