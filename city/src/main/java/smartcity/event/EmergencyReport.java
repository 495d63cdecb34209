package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// A report on one incident on the road at one instant.
///
/// @param deviceId the reporter
/// @param incidentId the incident, the same from its first report to its last
/// @param location its place on the road
/// @param status Active until cleared, then Resolved once
/// @param description one sentence with the facts of this record, 1 to 500 characters
/// @param lanesClosed lanes closed at this instant, 0 to 8
/// @param road official number of the road, such as `M40`
public record EmergencyReport(
        UUID id,
        String deviceId,
        UUID incidentId,
        EmergencyType type,
        Instant timestamp,
        Location location,
        IncidentStatus status,
        String description,
        Severity severity,
        int lanesClosed,
        String road,
        Carriageway carriageway)
        implements Event {
    public EmergencyReport {
        EventChecks.notBlank("deviceId", deviceId);
        EventChecks.microseconds(timestamp);
        EventChecks.notBlank("description", description);
        EventChecks.within("length of description", description.length(), 1, 500);
        EventChecks.within("lanesClosed", lanesClosed, 0, 8);
        if (status == IncidentStatus.RESOLVED && lanesClosed > 0) {
            throw new IllegalArgumentException("lanesClosed must be 0 once Resolved but was " + lanesClosed);
        }
        EventChecks.notBlank("road", road);
    }

    @Override
    public CityTopic topic() {
        return CityTopic.EMERGENCY;
    }
}
