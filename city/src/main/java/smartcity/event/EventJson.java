package smartcity.event;

import java.time.Instant;

/// The JSON form of the events, as the topics' schemas describe it.
///
/// Numbers are rounded to the resolution of a real device: places to 1e-6 deg (0.1 m), headings to 0.1 deg. Safe for
/// use by several threads.
///
/// It uses no JSON library, which halves the time: numbers are rounded and printed in one pass, names are stored as
/// bytes, and all events of a second share the text of that second.
public final class EventJson {
    private final ThreadLocal<JsonWriter> writers = ThreadLocal.withInitial(JsonWriter::new);

    /// The event as one UTF-8 encoded JSON object.
    public byte[] encode(Event event) {
        JsonWriter out = writers.get();
        out.begin();
        out.uuid(EventField.ID, event.id());
        out.text(EventField.DEVICE_ID, event.deviceId());
        out.instant(EventField.TIMESTAMP, event.timestamp());
        switch (event) {
            case VehicleTelemetry vehicle -> write(vehicle, out);
            case GpsFix fix -> write(fix, out);
            case TrafficReport report -> write(report, out);
            case WeatherObservation observation -> write(observation, out);
            case EmergencyReport report -> write(report, out);
        }
        out.end();
        return out.take();
    }

    /// An instant in the form of events: RFC 3339 in UTC, with microseconds.
    public static String format(Instant instant) {
        return JsonWriter.format(instant);
    }

    private static void write(VehicleTelemetry vehicle, JsonWriter out) {
        write(vehicle.location(), out);
        write(vehicle.motion(), out);
        out.text(EventField.MAKE, vehicle.make());
        out.text(EventField.MODEL, vehicle.model());
        out.whole(EventField.YEAR, vehicle.year());
        out.text(EventField.FUEL_TYPE, vehicle.fuelType().jsonValue());
        out.text(EventField.VEHICLE_TYPE, vehicle.vehicleType().jsonValue());
        out.decimal(EventField.ODOMETER, vehicle.odometerKm(), 3);
        out.decimal(EventField.ENERGY_LEVEL, vehicle.energyLevel(), 4);
        out.text(EventField.ROAD, vehicle.road());
    }

    private static void write(GpsFix fix, JsonWriter out) {
        write(fix.motion(), out);
        out.text(EventField.VEHICLE_TYPE, fix.vehicleType().jsonValue());
        write(fix.location(), out);
        out.decimal(EventField.ACCURACY, fix.accuracyMetres(), 1);
        out.whole(EventField.SATELLITES, fix.satellites());
    }

    private static void write(TrafficReport report, JsonWriter out) {
        out.text(EventField.CAMERA_ID, report.cameraId());
        write(report.location(), out);
        out.base64(EventField.SNAPSHOT, report.snapshot().png());
        out.text(EventField.CARRIAGEWAY, report.carriageway().jsonValue());
        out.decimal(EventField.TRAFFIC_DENSITY, report.flow().densityPerKm(), 2);
        out.decimal(EventField.AVERAGE_SPEED, report.flow().averageSpeedKmh(), 2);
        out.decimal(EventField.INTENSITY, report.flow().intensityPerHour(), 1);
        out.decimal(EventField.OCCUPANCY, report.flow().occupancy(), 4);
        out.bool(EventField.CONGESTED, report.flow().congested());
        String vehicle = report.vehicleId();
        if (vehicle == null) {
            out.nothing(EventField.VEHICLE_ID);
        } else {
            out.text(EventField.VEHICLE_ID, vehicle);
        }
    }

    private static void write(WeatherObservation observation, JsonWriter out) {
        AtmosphericConditions atmosphere = observation.atmosphere();
        write(observation.location(), out);
        out.decimal(EventField.TEMPERATURE, atmosphere.temperatureCelsius(), 1);
        out.text(EventField.WEATHER_CONDITION, observation.code().jsonValue());
        out.whole(EventField.WEATHER_CODE, observation.code().code());
        out.decimal(EventField.PRECIPITATION, atmosphere.precipitationMmPerHour(), 2);
        out.decimal(EventField.WIND_SPEED, atmosphere.windSpeedKmh(), 1);
        out.decimal(EventField.WIND_DIRECTION, roundDegrees(atmosphere.windDirectionDegrees()), 1);
        out.decimal(EventField.HUMIDITY, atmosphere.humidityPercent(), 1);
        out.whole(EventField.AIR_QUALITY_INDEX, observation.airQualityIndex());
        out.whole(EventField.DAQI, observation.daqi());
        out.decimal(EventField.VISIBILITY, atmosphere.visibilityMetres(), 0);
        out.decimal(EventField.PRESSURE, atmosphere.pressureHectopascal(), 1);
    }

    private static void write(EmergencyReport report, JsonWriter out) {
        out.uuid(EventField.INCIDENT_ID, report.incidentId());
        out.text(EventField.TYPE, report.type().jsonValue());
        write(report.location(), out);
        out.text(EventField.STATUS, report.status().jsonValue());
        out.text(EventField.DESCRIPTION, report.description());
        out.text(EventField.SEVERITY, report.severity().jsonValue());
        out.whole(EventField.LANES_CLOSED, report.lanesClosed());
        out.text(EventField.ROAD, report.road());
        out.text(EventField.CARRIAGEWAY, report.carriageway().jsonValue());
    }

    private static void write(Location location, JsonWriter out) {
        out.begin(EventField.LOCATION);
        out.decimal(EventField.LATITUDE, location.latitude(), 6);
        out.decimal(EventField.LONGITUDE, location.longitude(), 6);
        out.end();
    }

    private static void write(Motion motion, JsonWriter out) {
        double heading = roundDegrees(motion.headingDegrees());
        out.decimal(EventField.SPEED, motion.speedKmh(), 2);
        out.text(EventField.DIRECTION, CompassDirection.of(heading).name());
        out.decimal(EventField.HEADING, heading, 1);
    }

    /// Rounds to 0.1 deg and keeps the result below 360.
    private static double roundDegrees(double degrees) {
        return Math.round(degrees * 10) / 10.0 % 360;
    }
}
