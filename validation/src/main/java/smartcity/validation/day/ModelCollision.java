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
/// @param chainageMetres where [m]
/// @param lanesClosed 0 to the lanes there are
/// @param time how long
public record ModelCollision(double chainageMetres, int lanesClosed, TimeSpan time) {
    /// What is reported of it: every two minutes, and its end.
    public List<EmergencyReport> reports(Road road) {
        Stream<Instant> updates =
                Stream.iterate(time.from(), time::holds, instant -> instant.plus(Duration.ofMinutes(2)));
        return Stream.concat(
                        updates.map(instant -> report(road, instant, IncidentStatus.ACTIVE)),
                        Stream.of(report(road, time.until(), IncidentStatus.RESOLVED)))
                .toList();
    }

    private EmergencyReport report(Road road, Instant instant, IncidentStatus status) {
        boolean over = status == IncidentStatus.RESOLVED;
        return new EmergencyReport(
                new UUID(1, instant.getEpochSecond()),
                "control-room-m40",
                new UUID(1, 1),
                EmergencyType.ACCIDENT,
                instant,
                road.locationAt(chainageMetres),
                status,
                over ? "Vehicles that collided were cleared." : "Vehicles collided.",
                over ? Severity.INFORMATIONAL : Severity.HIGH,
                over ? 0 : lanesClosed,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
