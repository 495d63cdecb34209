package smartcity.incident.life;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// The reports on incidents that commands raised, and the ends of incidents that commands resolved.
///
/// They follow from the seed and the commands, applied in the sequence of the command topic. Safe for use by several
/// threads.
public final class RaisedIncidents {
    /// Raised incidents that may last at a time [chosen]: five for each kilometre of the road.
    public static final int MOST = 1_000;

    /// For how long reports are kept after their instant, for a simulator that catches up [simulated time; chosen].
    private static final Duration KEPT = Duration.ofDays(30);

    private final Seed seed;
    private final Road road;
    private final IncidentReports incidentReports;
    private final TreeMap<Instant, List<EmergencyReport>> reports = new TreeMap<>();
    private final Map<UUID, List<Instant>> reportTimes = new HashMap<>();
    private final Map<UUID, Instant> ends = new LinkedHashMap<>();
    private final TreeMap<Instant, Integer> clearances = new TreeMap<>();

    /// @param seed of the city
    public RaisedIncidents(Seed seed, Road road) {
        this.seed = seed;
        this.road = road;
        this.incidentReports = new IncidentReports(seed, road);
    }

    /// The properties of an incident to raise.
    ///
    /// @param chainageMetres 0 to the length of the road
    /// @param lanesClosed at first; 0 to the lanes there are
    public record Properties(EmergencyType type, double chainageMetres, Carriageway carriageway, int lanesClosed) {}

    /// The incidentId of the incident that a command raises.
    public UUID incidentOf(UUID command) {
        return EventId.from(seedOf(command));
    }

    private Seed seedOf(UUID command) {
        return seed.of("raised incident").of(command.toString());
    }

    /// Raises an incident, which then develops as all others do.
    ///
    /// @param began in whole microseconds
    /// @param duration [IncidentDuration#SHORTEST] to [IncidentDuration#LONGEST]
    /// @throws IllegalArgumentException when [#MOST] raised incidents have not ended by themselves at `began`
    public synchronized void raise(UUID command, Properties properties, Instant began, Duration duration) {
        forgetBefore(began.minus(KEPT));
        if (clearances.tailMap(began, false).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                >= MOST) {
            throw new IllegalArgumentException(
                    "incidents must be at most " + MOST + " at a time but there are as many");
        }
        clearances.merge(began.plus(duration), 1, Integer::sum);
        Incident incident = new Incident(
                seedOf(command),
                causeOf(properties.type()),
                IncidentLocation.on(road, properties.chainageMetres(), properties.carriageway()),
                properties.lanesClosed(),
                new ClearanceTime(began, began.plus(duration).truncatedTo(ChronoUnit.MICROS)));
        incidentReports.of(incident).forEach(this::add);
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

    /// Resolves an incident, raised or spontaneous; only the first command for an incident has an effect.
    ///
    /// @param last its latest report before its end
    /// @param at in whole microseconds
    public synchronized void resolve(EmergencyReport last, Instant at) {
        forgetBefore(at.minus(KEPT));
        if (ends.putIfAbsent(last.incidentId(), at) != null) {
            return;
        }
        removeReports(last.incidentId(), at);
        add(new EmergencyReport(
                EventId.of(seed, CityTopic.EMERGENCY, last.deviceId(), at),
                last.deviceId(),
                last.incidentId(),
                last.type(),
                at,
                last.location(),
                IncidentStatus.RESOLVED,
                "%s %s: cleared at %s by command."
                        .formatted(last.road(), last.carriageway().jsonValue(), IncidentReports.TIME.format(at)),
                Severity.INFORMATIONAL,
                0,
                last.road(),
                last.carriageway()));
    }

    private void add(EmergencyReport report) {
        reports.computeIfAbsent(report.timestamp(), _ -> new ArrayList<>()).add(report);
        reportTimes.computeIfAbsent(report.incidentId(), _ -> new ArrayList<>()).add(report.timestamp());
    }

    private void removeReports(UUID incident, Instant from) {
        reportTimes.getOrDefault(incident, List.of()).stream()
                .filter(time -> !time.isBefore(from))
                .forEach(time -> reports.computeIfPresent(time, (_, due) -> {
                    due.removeIf(report -> report.incidentId().equals(incident));
                    return due.isEmpty() ? null : due;
                }));
    }

    /// Commands are carried out in one sequence by all replicas, so that all forget the same.
    private void forgetBefore(Instant instant) {
        Map<Instant, List<EmergencyReport>> old = reports.headMap(instant);
        old.values().forEach(due -> due.forEach(report -> reportTimes.remove(report.incidentId())));
        old.clear();
        clearances.headMap(instant).clear();
        Iterator<Instant> eldest = ends.values().iterator();
        while (eldest.hasNext() && eldest.next().isBefore(instant)) {
            eldest.remove();
        }
    }

    /// When the first report at an instant or later is due, if there is one.
    synchronized Optional<Instant> dueFrom(Instant instant) {
        return Optional.ofNullable(reports.ceilingKey(instant));
    }

    /// The reports of an instant.
    synchronized List<EmergencyReport> at(Instant instant) {
        return List.copyOf(reports.getOrDefault(instant, List.of()));
    }

    /// Whether a report on a spontaneous incident is still valid: no command has resolved the incident before it. An
    /// incident that ended by itself before its command took effect is not resolved a second time.
    synchronized boolean isValid(EmergencyReport report) {
        Instant end = ends.get(report.incidentId());
        if (end == null) {
            return true;
        }
        boolean before = report.timestamp().isBefore(end);
        if (before && report.status() == IncidentStatus.RESOLVED) {
            removeReports(report.incidentId(), end);
        }
        return before;
    }
}
