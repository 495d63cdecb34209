package smartcity.event;

import java.time.Instant;

/// The JSON form of the events, as the topics' schemas describe it.
///
/// Numbers are rounded to what a device of that kind can tell: places to 1e-6 deg (0.1 m), headings to 0.1 deg. Safe
/// for use by several threads.
///
/// Written without a JSON library, in half of the time: numbers are rounded and printed in one go, names are bytes
/// already, and the text of a second serves all events of that second.
public final class EventJson {
    private final ThreadLocal<JsonText> texts = ThreadLocal.withInitial(JsonText::new);

    /// The event as one UTF-8 encoded JSON object.
    public byte[] encode(Event event) {
        JsonText out = texts.get();
        out.begin();
        out.uuid(Field.ID, event.id());
        out.text(Field.DEVICE_ID, event.deviceId());
        out.instant(Field.TIMESTAMP, event.timestamp());
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

    /// An instant as the events bear it: RFC 3339 in UTC, with microseconds.
    public static String format(Instant instant) {
        return JsonText.format(instant);
    }

    private static void write(VehicleTelemetry vehicle, JsonText out) {
        write(vehicle.location(), out);
        write(vehicle.motion(), out);
        out.text(Field.MAKE, vehicle.make());
        out.text(Field.MODEL, vehicle.model());
        out.whole(Field.YEAR, vehicle.year());
        out.text(Field.FUEL_TYPE, vehicle.fuelType().word());
        out.text(Field.VEHICLE_TYPE, vehicle.vehicleType().word());
        out.decimal(Field.ODOMETER, vehicle.odometerKm(), 3);
        out.decimal(Field.ENERGY_LEVEL, vehicle.energyLevel(), 4);
        out.text(Field.ROAD, vehicle.road());
    }

    private static void write(GpsFix fix, JsonText out) {
        write(fix.motion(), out);
        out.text(Field.VEHICLE_TYPE, fix.vehicleType().word());
        write(fix.location(), out);
        out.decimal(Field.ACCURACY, fix.accuracyMetres(), 1);
        out.whole(Field.SATELLITES, fix.satellites());
    }

    private static void write(TrafficReport report, JsonText out) {
        out.text(Field.CAMERA_ID, report.cameraId());
        write(report.location(), out);
        out.base64(Field.SNAPSHOT, report.snapshot().png());
        out.text(Field.CARRIAGEWAY, report.carriageway().word());
        out.decimal(Field.TRAFFIC_DENSITY, report.flow().densityPerKm(), 2);
        out.decimal(Field.AVERAGE_SPEED, report.flow().averageSpeedKmh(), 2);
        out.decimal(Field.INTENSITY, report.flow().intensityPerHour(), 1);
        out.decimal(Field.OCCUPANCY, report.flow().occupancy(), 4);
        out.bool(Field.CONGESTED, report.flow().congested());
        String vehicle = report.vehicleId();
        if (vehicle == null) {
            out.nothing(Field.VEHICLE_ID);
        } else {
            out.text(Field.VEHICLE_ID, vehicle);
        }
    }

    private static void write(WeatherObservation observation, JsonText out) {
        Atmosphere atmosphere = observation.atmosphere();
        write(observation.location(), out);
        out.decimal(Field.TEMPERATURE, atmosphere.temperatureCelsius(), 1);
        out.text(Field.WEATHER_CONDITION, observation.code().word());
        out.whole(Field.WEATHER_CODE, observation.code().code());
        out.decimal(Field.PRECIPITATION, atmosphere.precipitationMmPerHour(), 2);
        out.decimal(Field.WIND_SPEED, atmosphere.windSpeedKmh(), 1);
        out.decimal(Field.WIND_DIRECTION, roundDegrees(atmosphere.windDirectionDegrees()), 1);
        out.decimal(Field.HUMIDITY, atmosphere.humidityPercent(), 1);
        out.whole(Field.AIR_QUALITY_INDEX, observation.airQualityIndex());
        out.whole(Field.DAQI, observation.daqi());
        out.decimal(Field.VISIBILITY, atmosphere.visibilityMetres(), 0);
        out.decimal(Field.PRESSURE, atmosphere.pressureHectopascal(), 1);
    }

    private static void write(EmergencyReport report, JsonText out) {
        out.uuid(Field.INCIDENT_ID, report.incidentId());
        out.text(Field.TYPE, report.type().word());
        write(report.location(), out);
        out.text(Field.STATUS, report.status().word());
        out.text(Field.DESCRIPTION, report.description());
        out.text(Field.SEVERITY, report.severity().word());
        out.whole(Field.LANES_CLOSED, report.lanesClosed());
        out.text(Field.ROAD, report.road());
        out.text(Field.CARRIAGEWAY, report.carriageway().word());
    }

    private static void write(Location location, JsonText out) {
        out.begin(Field.LOCATION);
        out.decimal(Field.LATITUDE, location.latitude(), 6);
        out.decimal(Field.LONGITUDE, location.longitude(), 6);
        out.end();
    }

    private static void write(Motion motion, JsonText out) {
        double heading = roundDegrees(motion.headingDegrees());
        out.decimal(Field.SPEED, motion.speedKmh(), 2);
        out.text(Field.DIRECTION, Direction.of(heading).name());
        out.decimal(Field.HEADING, heading, 1);
    }

    /// Rounds to 0.1 deg and keeps the result below 360.
    private static double roundDegrees(double degrees) {
        return Math.round(degrees * 10) / 10.0 % 360;
    }
}
