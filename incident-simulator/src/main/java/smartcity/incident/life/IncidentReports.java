package smartcity.incident.life;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EventId;
import smartcity.event.IncidentStatus;
import smartcity.road.Road;
import smartcity.road.RoadsideUnits;

/// Makes the reports on an incident: Active at once and every few minutes, Resolved once at the end.
final class IncidentReports {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// Time between two reports on an incident: 1 to 3 min, evenly distributed; chosen [us].
    private static final long SHORTEST_GAP = 60_000_000;

    private static final long LONGEST_GAP = 180_000_000;

    private final Seed seed;
    private final IncidentReporter reporter;

    /// @param seed of the city
    IncidentReports(Seed seed, Road road) {
        this.seed = seed;
        this.reporter = new IncidentReporter(new RoadsideUnits(road));
    }

    /// All reports of an incident, in order of time.
    List<EmergencyReport> of(Incident incident) {
        RandomGenerator random = incident.seed().of("reports").generator();
        List<EmergencyReport> reports = new ArrayList<>();
        Instant time = incident.clearance().began();
        while (!incident.clearance().isOverAt(time)) {
            reports.add(report(incident, time));
            time = time.plus(random.nextLong(SHORTEST_GAP, LONGEST_GAP), ChronoUnit.MICROS);
        }
        reports.add(report(incident, incident.clearance().cleared()));
        return reports;
    }

    private EmergencyReport report(Incident incident, Instant time) {
        IncidentLocation location = incident.location();
        String deviceId = reporter.of(incident);
        return new EmergencyReport(
                EventId.of(seed, CityTopic.EMERGENCY, deviceId, time),
                deviceId,
                EventId.from(incident.seed()),
                incident.cause().type(),
                time,
                location.point(),
                incident.clearance().isOverAt(time) ? IncidentStatus.RESOLVED : IncidentStatus.ACTIVE,
                sentence(incident, time),
                incident.severity(time),
                incident.lanesClosed(time),
                location.road(),
                location.carriageway());
    }

    private static String sentence(Incident incident, Instant time) {
        IncidentLocation location = incident.location();
        String where =
                "%s %s %s".formatted(location.road(), location.carriageway().jsonValue(), location.description());
        String what = "%s at %s"
                .formatted(
                        incident.cause().description(),
                        TIME.format(incident.clearance().began()));
        if (incident.clearance().isOverAt(time)) {
            return "%s: cleared at %s after %s.".formatted(where, TIME.format(time), what);
        }
        int closed = incident.lanesClosed(time);
        return closed == 0
                ? "%s: %s, all %d lanes are open.".formatted(where, what, location.lanes())
                : "%s: %s, %d of %d lanes %s closed."
                        .formatted(where, what, closed, location.lanes(), closed == 1 ? "is" : "are");
    }
}
