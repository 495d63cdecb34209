package smartcity.validation.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;
import smartcity.road.Road;

/// A collision that closes lanes of the M40 northbound for a time.
///
/// @param chainageMetres its place [m]
/// @param lanesClosed 0 to the number of lanes
/// @param period how long it lasts
public record ModelCollision(double chainageMetres, int lanesClosed, TimePeriod period) {
    /// Its reports: one every two minutes, and one at its end.
    public List<EmergencyReport> reports(Road road) {
        Stream<Instant> updates =
                Stream.iterate(period.from(), period::contains, instant -> instant.plus(Duration.ofMinutes(2)));
        return Stream.concat(
                        updates.map(instant -> report(road, instant, IncidentStatus.ACTIVE)),
                        Stream.of(report(road, period.until(), IncidentStatus.RESOLVED)))
                .toList();
    }

    private EmergencyReport report(Road road, Instant instant, IncidentStatus status) {
        boolean resolved = status == IncidentStatus.RESOLVED;
        return new EmergencyReport(
                new UUID(1, instant.getEpochSecond()),
                "control-room-m40",
                new UUID(1, 1),
                EmergencyType.ACCIDENT,
                instant,
                road.locationAt(chainageMetres),
                status,
                resolved ? "Vehicles that collided were cleared." : "Vehicles collided.",
                resolved ? Severity.INFORMATIONAL : Severity.HIGH,
                resolved ? 0 : lanesClosed,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
