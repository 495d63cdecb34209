package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.EventId;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;
import smartcity.road.Road;

/// The reports on incidents that were ordered, and the ends of those that were ordered to end.
///
/// They follow from the seed and the orders, in the order in which these were given. Safe for use by several threads.
public final class RaisedIncidents {
    /// Bounds of an ordered incident's life, as of all others.
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    public static final Duration LONGEST = ClearanceTime.LONGEST;

    private final Seed seed;
    private final Road road;
    private final IncidentReports log;
    private final TreeMap<Instant, List<EmergencyReport>> reports = new TreeMap<>();
    private final Map<UUID, Instant> ends = new HashMap<>();

    /// @param seed of the city
    public RaisedIncidents(Seed seed, Road road) {
        this.seed = seed;
        this.road = road;
        this.log = new IncidentReports(seed, road);
    }

    /// What an incident is that was ordered.
    ///
    /// @param chainageMetres 0 to the length of the road
    /// @param lanesClosed at first; 0 to the lanes there are
    public record Kind(EmergencyType type, double chainageMetres, Carriageway carriageway, int lanesClosed) {}

    /// What the incident of an order is called.
    public UUID incidentOf(UUID order) {
        return EventId.from(seedOf(order));
    }

    private Seed seedOf(UUID order) {
        return seed.of("ordered incident").of(order.toString());
    }

    /// Lets an incident begin, which then lives as all others do.
    ///
    /// @param began in whole microseconds
    /// @param lasts [#SHORTEST] to [#LONGEST]
    public synchronized void raise(UUID order, Kind kind, Instant began, Duration lasts) {
        Incident incident = new Incident(
                seedOf(order),
                causeOf(kind.type()),
                IncidentLocation.on(road, kind.chainageMetres(), kind.carriageway()),
                kind.lanesClosed(),
                new ClearanceTime(began, began.plus(lasts).truncatedTo(ChronoUnit.MICROS)));
        log.of(incident).forEach(this::add);
    }

    /// The usual cause of a kind of emergency.
    private static IncidentCause causeOf(EmergencyType type) {
        return switch (type) {
            case ACCIDENT -> IncidentCause.COLLISION;
            case FIRE -> IncidentCause.VEHICLE_FIRE;
            case MEDICAL -> IncidentCause.DRIVER_ILL;
            case POLICE -> IncidentCause.STRANDED_VEHICLE;
        };
    }

    /// Ends an incident, ordered or not; only the first such order counts.
    ///
    /// @param last what was told of it last, before it ended
    /// @param at in whole microseconds
    public synchronized void resolve(EmergencyReport last, Instant at) {
        if (ends.putIfAbsent(last.incidentId(), at) != null) {
            return;
        }
        forget(last.incidentId(), at);
        add(new EmergencyReport(
                EventId.of(seed, CityTopic.EMERGENCY, last.deviceId(), at),
                last.deviceId(),
                last.incidentId(),
                last.type(),
                at,
                last.location(),
                IncidentStatus.RESOLVED,
                "%s %s: cleared at %s by order."
                        .formatted(last.road(), last.carriageway().jsonValue(), IncidentReports.TIME.format(at)),
                Severity.INFORMATIONAL,
                0,
                last.road(),
                last.carriageway()));
    }

    private void add(EmergencyReport report) {
        reports.computeIfAbsent(report.timestamp(), _ -> new ArrayList<>()).add(report);
    }

    private void forget(UUID incident, Instant from) {
        reports.tailMap(from)
                .values()
                .forEach(due -> due.removeIf(report -> report.incidentId().equals(incident)));
        reports.values().removeIf(List::isEmpty);
    }

    /// When the first report at an instant or later is due; [Instant#MAX] when there is none.
    synchronized Instant dueFrom(Instant instant) {
        Instant due = reports.ceilingKey(instant);
        return due == null ? Instant.MAX : due;
    }

    /// The reports of an instant.
    synchronized List<EmergencyReport> at(Instant instant) {
        return List.copyOf(reports.getOrDefault(instant, List.of()));
    }

    /// Whether a report of an incident that was not ordered is still true. One that came to its own end before
    /// it was to be ended does not end twice.
    synchronized boolean isTrue(EmergencyReport report) {
        Instant end = ends.get(report.incidentId());
        if (end == null) {
            return true;
        }
        boolean before = report.timestamp().isBefore(end);
        if (before && report.status() == IncidentStatus.RESOLVED) {
            forget(report.incidentId(), end);
        }
        return before;
    }
}
