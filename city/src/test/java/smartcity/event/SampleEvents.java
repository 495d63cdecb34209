package smartcity.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events with nothing missing.
final class SampleEvents {
    static final UUID ID = UUID.fromString("0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55");
    static final Instant AT = Instant.parse("2026-11-23T08:30:00.000250Z");
    static final Location OXFORD = new Location(51.738, -1.097);

    private SampleEvents() {}

    static List<Event> all() {
        return List.of(vehicle(), fix(), report("vehicle-000001"), report(null), observation(), emergency());
    }

    static VehicleTelemetry vehicle() {
        return vehicle(new Motion(101.25, 312.4), 2021, 48_213.5, 0.62);
    }

    static VehicleTelemetry vehicle(Motion motion, int year, double odometerKm, double energyLevel) {
        return new VehicleTelemetry(
                ID,
                "vehicle-000001",
                AT,
                OXFORD,
                motion,
                "Ford",
                "Focus",
                year,
                FuelType.PETROL,
                VehicleType.CAR,
                odometerKm,
                energyLevel,
                "M40");
    }

    static GpsFix fix() {
        return fix(3.2, 11);
    }

    static GpsFix fix(double accuracyMetres, int satellites) {
        return new GpsFix(
                ID,
                "vehicle-000001",
                AT,
                new Motion(101.2, 312.9),
                VehicleType.CAR,
                OXFORD,
                accuracyMetres,
                satellites);
    }

    static TrafficReport report(@Nullable String vehicleId) {
        return report(new TrafficFlow(31.5, 98.2, 3093, 0.094, false), vehicleId);
    }

    static TrafficReport report(TrafficFlow flow, @Nullable String vehicleId) {
        return new TrafficReport(
                ID,
                "rsu-M40-07",
                "rsu-M40-07-N",
                OXFORD,
                AT,
                new CameraSnapshot(new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
                Carriageway.NORTHBOUND,
                flow,
                vehicleId);
    }

    static WeatherObservation observation() {
        return observation(new AtmosphericConditions(7.4, 1.2, 18.5, 231, 93.1, 6200, 1003.2), 41, 2);
    }

    static WeatherObservation observation(AtmosphericConditions atmosphere, int airQualityIndex, int daqi) {
        return new WeatherObservation(
                ID, "weather-M40-J9", OXFORD, AT, WeatherCode.LIGHT_RAIN, atmosphere, airQualityIndex, daqi);
    }

    static EmergencyReport emergency() {
        return emergency(2);
    }

    static EmergencyReport emergency(int lanesClosed) {
        return new EmergencyReport(
                ID,
                "control-room",
                ID,
                EmergencyType.ACCIDENT,
                AT,
                OXFORD,
                IncidentStatus.ACTIVE,
                "Two cars have collided on the M40 northbound.",
                Severity.HIGH,
                lanesClosed,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
