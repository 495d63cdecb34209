package smartcity.event;

import java.time.Instant;
import java.util.UUID;

/// The telemetry of one vehicle at one instant.
///
/// @param deviceId the vehicle
/// @param location its place on the road
/// @param motion speed and heading
/// @param make manufacturer
/// @param model model of the manufacturer
/// @param year year of first registration, 1980 to 2100
/// @param odometerKm distance driven since manufacture [km], 0 to 5,000,000
/// @param energyLevel share of the tank or battery that is full, 0 to 1
/// @param road official number of the road, such as `M40`
public record VehicleTelemetry(
        UUID id,
        String deviceId,
        Instant timestamp,
        Location location,
        Motion motion,
        String make,
        String model,
        int year,
        FuelType fuelType,
        VehicleType vehicleType,
        double odometerKm,
        double energyLevel,
        String road)
        implements Event {
    public VehicleTelemetry {
        EventChecks.notBlank("deviceId", deviceId);
        EventChecks.microseconds(timestamp);
        EventChecks.notBlank("make", make);
        EventChecks.notBlank("model", model);
        EventChecks.within("year", year, 1980, 2100);
        EventChecks.within("odometerKm", odometerKm, 0, 5_000_000);
        EventChecks.within("energyLevel", energyLevel, 0, 1);
        EventChecks.notBlank("road", road);
    }

    @Override
    public CityTopic topic() {
        return CityTopic.VEHICLE;
    }
}
