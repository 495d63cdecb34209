package smartcity.emission.fault;

import java.time.Instant;
import java.util.UUID;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.GpsFix;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.WeatherObservation;

/// Copies of events with another id and instant.
final class EventCopies {
    private EventCopies() {}

    /// An event with the same values, another id and another timestamp.
    static Event of(Event values, UUID id, Instant at) {
        return switch (values) {
            case VehicleTelemetry e -> of(e, id, at);
            case GpsFix e ->
                new GpsFix(
                        id,
                        e.deviceId(),
                        at,
                        e.motion(),
                        e.vehicleType(),
                        e.location(),
                        e.accuracyMetres(),
                        e.satellites());
            case TrafficReport e ->
                new TrafficReport(
                        id,
                        e.deviceId(),
                        e.cameraId(),
                        e.location(),
                        at,
                        e.snapshot(),
                        e.carriageway(),
                        e.flow(),
                        e.vehicleId());
            case WeatherObservation e ->
                new WeatherObservation(
                        id, e.deviceId(), e.location(), at, e.code(), e.atmosphere(), e.airQualityIndex(), e.daqi());
            case EmergencyReport e -> of(e, id, at);
        };
    }

    private static VehicleTelemetry of(VehicleTelemetry e, UUID id, Instant at) {
        return new VehicleTelemetry(
                id,
                e.deviceId(),
                at,
                e.location(),
                e.motion(),
                e.make(),
                e.model(),
                e.year(),
                e.fuelType(),
                e.vehicleType(),
                e.odometerKm(),
                e.energyLevel(),
                e.road());
    }

    private static EmergencyReport of(EmergencyReport e, UUID id, Instant at) {
        return new EmergencyReport(
                id,
                e.deviceId(),
                e.incidentId(),
                e.type(),
                at,
                e.location(),
                e.status(),
                e.description(),
                e.severity(),
                e.lanesClosed(),
                e.road(),
                e.carriageway());
    }
}
