package smartcity.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The report of one camera on its carriageway over one minute.
///
/// @param deviceId the roadside unit, which holds one camera per carriageway
/// @param location place of the roadside unit
/// @param timestamp end of the minute the figures cover and instant of the snapshot
/// @param snapshot the image the camera took
/// @param flow the measured traffic
/// @param vehicleId deviceId of a fleet vehicle in the image, null when there is none
public record TrafficReport(
        UUID id,
        String deviceId,
        String cameraId,
        Location location,
        Instant timestamp,
        CameraSnapshot snapshot,
        Carriageway carriageway,
        TrafficFlow flow,
        @Nullable String vehicleId)
        implements Event {
    public TrafficReport {
        EventChecks.notBlank("deviceId", deviceId);
        EventChecks.notBlank("cameraId", cameraId);
        EventChecks.microseconds(timestamp);
    }

    @Override
    public CityTopic topic() {
        return CityTopic.TRAFFIC;
    }
}
