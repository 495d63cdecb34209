package smartcity.vehicle.fleet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventId;
import smartcity.event.GpsFix;
import smartcity.event.Location;
import smartcity.event.Motion;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Road;
import smartcity.vehicle.gps.GpsReceiver;
import smartcity.vehicle.gps.RoadBridges;
import smartcity.vehicle.motion.DriveState;
import smartcity.vehicle.motion.Vehicle;
import smartcity.vehicle.motion.VehicleDrive;
import smartcity.vehicle.motion.VehicleLogbook;

/// One vehicle of the fleet, with its motion and its instruments.
final class FleetVehicle {
    /// A walk [km/h]; chosen.
    private static final double WALK_KMH = 5;

    private final EventId.Device telemetryIds;
    private final EventId.Device fixIds;
    private final Road road;
    private final Vehicle vehicle;
    private final VehicleDrive drive;
    private final VehicleLogbook logbook;
    private final GpsReceiver receiver;
    private final RoadBridges bridges;

    /// @param seed of the fleet, for the ids
    FleetVehicle(Seed seed, Road road, RoadBridges bridges, Vehicle vehicle, VehicleDrive drive) {
        telemetryIds = EventId.device(seed, CityTopic.VEHICLE, vehicle.deviceId());
        fixIds = EventId.device(seed, CityTopic.GPS, vehicle.deviceId());
        this.road = road;
        this.bridges = bridges;
        this.vehicle = vehicle;
        this.drive = drive;
        logbook = new VehicleLogbook(vehicle, drive);
        receiver = new GpsReceiver(vehicle.seed());
    }

    Vehicle vehicle() {
        return vehicle;
    }

    DriveState stateAt(Instant instant) {
        return drive.at(micros(instant));
    }

    /// Whether two instants are in the same shift, within which it moves continuously.
    boolean inOneShift(long oneMicros, long otherMicros) {
        return drive.shiftAt(oneMicros) == drive.shiftAt(otherMicros);
    }

    /// Its report at an instant: telemetry, and a fix of the same state if its receiver has one.
    List<Event> report(Instant instant) {
        DriveState state = stateAt(instant);
        Location location = road.locationAt(state.chainageMetres());
        Motion motion = new Motion(state.speedKmh(), heading(state));
        VehicleTelemetry telemetry = telemetry(instant, state, location, motion);
        return receiver.read(micros(instant), location, motion, openSeconds(state))
                .<List<Event>>map(reading -> List.of(telemetry, fix(instant, reading)))
                .orElseGet(() -> List.of(telemetry));
    }

    /// Heading [deg]: the tangent of the road, except while it turns at a junction.
    private double heading(DriveState state) {
        double tangent = road.headingAt(state.chainageMetres(), state.carriageway());
        double heading = tangent + state.turnDegrees();
        return heading < 0 ? heading + 360 : heading;
    }

    /// Time since the last bridge [s], by the distance at its current speed, at least at walking pace.
    private double openSeconds(DriveState state) {
        double metres = bridges.metresSince(state.chainageMetres(), state.carriageway());
        return state.parked() ? Double.POSITIVE_INFINITY : metres * 3.6 / Math.max(WALK_KMH, state.speedKmh());
    }

    private VehicleTelemetry telemetry(Instant instant, DriveState state, Location location, Motion motion) {
        return new VehicleTelemetry(
                telemetryIds.at(instant),
                vehicle.deviceId(),
                instant,
                location,
                motion,
                vehicle.make(),
                vehicle.model(),
                vehicle.year(),
                vehicle.fuel(),
                vehicle.vehicleClass().type(),
                logbook.odometerKm(state),
                logbook.energyLevel(state),
                road.sectionAt(state.chainageMetres()).road());
    }

    private GpsFix fix(Instant instant, GpsReceiver.Reading reading) {
        return new GpsFix(
                fixIds.at(instant),
                vehicle.deviceId(),
                instant,
                reading.motion(),
                vehicle.vehicleClass().type(),
                reading.location(),
                reading.accuracyMetres(),
                reading.satellites());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
