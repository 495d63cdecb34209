package smartcity.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one camera measured and saw of its carriageway in one minute.
///
/// @param deviceId the roadside unit, which holds one camera per carriageway
/// @param location where the roadside unit stands
/// @param timestamp end of the minute the figures cover and instant of the snapshot
/// @param snapshot the image the camera took
/// @param flow what passed
/// @param vehicleId deviceId of a fleet vehicle in the image, null when there is none
public record TrafficReport(
        UUID id,
        String deviceId,
        String cameraId,
        Location location,
        Instant timestamp,
        Snapshot snapshot,
        Carriageway carriageway,
        TrafficFlow flow,
        @Nullable String vehicleId)
        implements Event {
    public TrafficReport {
        Check.notBlank("deviceId", deviceId);
        Check.notBlank("cameraId", cameraId);
        Check.microseconds(timestamp);
    }

    @Override
    public Topic topic() {
        return Topic.TRAFFIC;
    }
}
