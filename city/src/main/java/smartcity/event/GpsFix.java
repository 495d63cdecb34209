package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// A fix that the GPS receiver of one vehicle computed at one instant.
///
/// @param deviceId the vehicle that carries the receiver
/// @param motion speed and heading as measured
/// @param location measured place: the true place plus the receiver's noise
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
        EventChecks.notBlank("deviceId", deviceId);
        EventChecks.microseconds(timestamp);
        EventChecks.within("accuracyMetres", accuracyMetres, 0, 1000);
        EventChecks.within("satellites", satellites, 0, 32);
    }

    @Override
    public CityTopic topic() {
        return CityTopic.GPS;
    }
}
