package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// What the GPS receiver of one vehicle computed at one instant.
///
/// @param deviceId the vehicle that carries the receiver
/// @param motion speed and heading as received
/// @param location where the receiver believes to be: the true place and the receiver's noise
/// @param accuracyMetres estimated horizontal error, 68 % radius [m], 0 to 1000
/// @param satellites satellites used in the fix, 0 to 32
public record GpsFix(
        UUID id,
        String deviceId,
        Instant timestamp,
        Motion motion,
        VehicleType vehicleType,
        Location location,
        double accuracyMetres,
        int satellites)
        implements Event {
    public GpsFix {
        Check.notBlank("deviceId", deviceId);
        Check.microseconds(timestamp);
        Check.within("accuracyMetres", accuracyMetres, 0, 1000);
        Check.within("satellites", satellites, 0, 32);
    }

    @Override
    public Topic topic() {
        return Topic.GPS;
    }
}
