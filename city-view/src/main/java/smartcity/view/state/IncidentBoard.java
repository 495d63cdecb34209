package smartcity.view.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import smartcity.event.EmergencyReport;
import smartcity.event.IncidentStatus;
import smartcity.road.Road;

/// The incidents on the road, each with its reports; a resolved one stays a while. Holds at most [#MOST]: the oldest is
/// forgotten first. Safe for use by several threads.
public final class IncidentBoard {
    /// Incidents at most; chosen.
    public static final int MOST = 500;

    /// Reports of an incident that are kept; chosen: more than one has.
    private static final int REPORTS = 30;

    /// Simulated time for which a resolved incident is shown [ms]; chosen.
    private static final long SHOWN_RESOLVED_MILLIS = 120_000;

    /// Active without a report for longer is forgotten [ms of simulated time]: no incident lasts four hours.
    private static final long LONGEST_MILLIS = 4 * 3_600_000L;

    private final Road road;
    private final Map<UUID, RoadIncident> incidents = new HashMap<>();
    private long changes;

    /// An incident.
    ///
    /// @param chainageMetres place on the road [m]
    /// @param lanes of the carriageway there
    /// @param reports from first to last
    public record RoadIncident(double chainageMetres, int lanes, List<EmergencyReport> reports) {
        public RoadIncident {
            reports = List.copyOf(reports);
        }

        /// The latest report.
        public EmergencyReport last() {
            return reports.getLast();
        }

        /// Whether it is not over.
        public boolean isActive() {
            return last().status() == IncidentStatus.ACTIVE;
        }

        /// Whether no lane of its carriageway is open.
        public boolean closesAll() {
            return isActive() && last().lanesClosed() >= lanes;
        }

        private boolean isOver(long nowMillis) {
            long age = nowMillis - last().timestamp().toEpochMilli();
            return age > (isActive() ? LONGEST_MILLIS : SHOWN_RESOLVED_MILLIS);
        }
    }

    public IncidentBoard(Road road) {
        this.road = road;
    }

    /// Receives a report; repeated ones change nothing.
    public synchronized void receive(EmergencyReport report) {
        RoadIncident before = incidents.get(report.incidentId());
        List<EmergencyReport> reports = new ArrayList<>(before == null ? List.of() : before.reports());
        if (reports.stream().anyMatch(known -> known.id().equals(report.id()))) {
            return;
        }
        reports.add(report);
        reports.sort(Comparator.comparing(EmergencyReport::timestamp).thenComparing(EmergencyReport::status));
        List<EmergencyReport> kept = reports.subList(Math.max(0, reports.size() - REPORTS), reports.size());
        double chainage = before == null ? road.chainageNear(report.location()) : before.chainageMetres();
        incidents.put(
                report.incidentId(),
                new RoadIncident(chainage, road.sectionAt(chainage).lanes(), kept));
        if (incidents.size() > MOST) {
            incidents.values().stream()
                    .min(Comparator.comparing(incident -> incident.last().timestamp()))
                    .ifPresent(oldest -> incidents.remove(oldest.last().incidentId()));
        }
        changes++;
    }

    /// The incidents to show at a simulated instant, from London to Birmingham; forgets those that are over.
    public synchronized List<RoadIncident> at(long nowMillis) {
        if (incidents.values().removeIf(incident -> incident.isOver(nowMillis))) {
            changes++;
        }
        return incidents.values().stream()
                .sorted(Comparator.comparingDouble(RoadIncident::chainageMetres)
                        .thenComparing(incident -> incident.last().incidentId()))
                .toList();
    }

    /// One incident; empty when it is not known.
    public synchronized Optional<RoadIncident> incident(UUID id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /// Changes since the start; another number when something has changed.
    public synchronized long changes() {
        return changes;
    }
}
