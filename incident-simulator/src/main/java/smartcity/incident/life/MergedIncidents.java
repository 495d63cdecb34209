package smartcity.incident.life;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.EventSource;

/// Emits the reports on spontaneous incidents, as far as no command has ended them, and on incidents that commands
/// raised. The next due instant may become earlier when a command arrives.
public final class MergedIncidents implements EventSource {
    private final SpontaneousIncidents spontaneous;
    private final RaisedIncidents raised;
    private Instant reached;

    /// @param spontaneous incidents that happen by chance
    /// @param raised incidents that commands raised
    /// @param from the series begins with the reports at this instant or later
    public MergedIncidents(SpontaneousIncidents spontaneous, RaisedIncidents raised, Instant from) {
        this.spontaneous = spontaneous;
        this.raised = raised;
        this.reached = from;
    }

    @Override
    public Instant nextDue() {
        Instant spontaneousDue = spontaneous.nextDue();
        return raised.dueFrom(reached).filter(spontaneousDue::isAfter).orElse(spontaneousDue);
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        List<Event> events = new ArrayList<>();
        if (spontaneous.nextDue().equals(due)) {
            spontaneous.next().stream()
                    .filter(event -> !(event instanceof EmergencyReport report) || raised.isValid(report))
                    .forEach(events::add);
        }
        events.addAll(raised.at(due));
        reached = due.plus(1, ChronoUnit.MICROS);
        return events;
    }
}
