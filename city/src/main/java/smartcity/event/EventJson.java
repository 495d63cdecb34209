package smartcity.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The JSON form of the events, as the topics' schemas describe it.
///
/// Numbers are rounded to what a device of that kind can tell: places to 1e-6 deg (0.1 m), headings to 0.1 deg. Safe
/// for use by several threads.
public final class EventJson {
    private static final DateTimeFormatter RFC3339_MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /// Above the size of most records, so that the buffer seldom grows [bytes].
    private static final int INITIAL_CAPACITY = 512;

    private final JsonFactory json = new JsonFactory();

    /// The event as one UTF-8 encoded JSON object.
    public byte[] encode(Event event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_CAPACITY);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("id", event.id().toString());
            out.writeStringField("deviceId", event.deviceId());
            out.writeStringField("timestamp", format(event.timestamp()));
            switch (event) {
                case VehicleTelemetry vehicle -> write(vehicle, out);
                case GpsFix fix -> write(fix, out);
                case TrafficReport report -> write(report, out);
                case WeatherObservation observation -> write(observation, out);
                case EmergencyReport report -> write(report, out);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to encode " + event.topic() + " event " + event.id(), e);
        }
        return bytes.toByteArray();
    }

    /// An instant as the events bear it: RFC 3339 in UTC, with microseconds.
    public static String format(Instant instant) {
        return RFC3339_MICROS.format(instant);
    }

    private static void write(VehicleTelemetry vehicle, JsonGenerator out) throws IOException {
        write(vehicle.location(), out);
        write(vehicle.motion(), out);
        out.writeStringField("make", vehicle.make());
        out.writeStringField("model", vehicle.model());
        out.writeNumberField("year", vehicle.year());
        write("fuelType", vehicle.fuelType(), out);
        write("vehicleType", vehicle.vehicleType(), out);
        out.writeNumberField("odometer", round(vehicle.odometerKm(), 1e3));
        out.writeNumberField("energyLevel", round(vehicle.energyLevel(), 1e4));
        out.writeStringField("road", vehicle.road());
    }

    private static void write(GpsFix fix, JsonGenerator out) throws IOException {
        write(fix.motion(), out);
        write("vehicleType", fix.vehicleType(), out);
        write(fix.location(), out);
        out.writeNumberField("accuracy", round(fix.accuracyMetres(), 1e1));
        out.writeNumberField("satellites", fix.satellites());
    }

    private static void write(TrafficReport report, JsonGenerator out) throws IOException {
        out.writeStringField("cameraId", report.cameraId());
        write(report.location(), out);
        out.writeBinaryField("snapshot", report.snapshot().png());
        write("carriageway", report.carriageway(), out);
        out.writeNumberField("trafficDensity", round(report.flow().densityPerKm(), 1e2));
        out.writeNumberField("averageSpeed", round(report.flow().averageSpeedKmh(), 1e2));
        out.writeNumberField("intensity", round(report.flow().intensityPerHour(), 1e1));
        out.writeNumberField("occupancy", round(report.flow().occupancy(), 1e4));
        out.writeBooleanField("congested", report.flow().congested());
        out.writeStringField("vehicleId", report.vehicleId());
    }

    private static void write(WeatherObservation observation, JsonGenerator out) throws IOException {
        Atmosphere atmosphere = observation.atmosphere();
        write(observation.location(), out);
        out.writeNumberField("temperature", round(atmosphere.temperatureCelsius(), 1e1));
        write("weatherCondition", observation.code(), out);
        out.writeNumberField("weatherCode", observation.code().code());
        out.writeNumberField("precipitation", round(atmosphere.precipitationMmPerHour(), 1e2));
        out.writeNumberField("windSpeed", round(atmosphere.windSpeedKmh(), 1e1));
        out.writeNumberField("windDirection", roundDegrees(atmosphere.windDirectionDegrees()));
        out.writeNumberField("humidity", round(atmosphere.humidityPercent(), 1e1));
        out.writeNumberField("airQualityIndex", observation.airQualityIndex());
        out.writeNumberField("daqi", observation.daqi());
        out.writeNumberField("visibility", round(atmosphere.visibilityMetres(), 1));
        out.writeNumberField("pressure", round(atmosphere.pressureHectopascal(), 1e1));
    }

    private static void write(EmergencyReport report, JsonGenerator out) throws IOException {
        out.writeStringField("incidentId", report.incidentId().toString());
        write("type", report.type(), out);
        write(report.location(), out);
        write("status", report.status(), out);
        out.writeStringField("description", report.description());
        write("severity", report.severity(), out);
        out.writeNumberField("lanesClosed", report.lanesClosed());
        out.writeStringField("road", report.road());
        write("carriageway", report.carriageway(), out);
    }

    private static void write(Location location, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("location");
        out.writeNumberField("latitude", round(location.latitude(), 1e6));
        out.writeNumberField("longitude", round(location.longitude(), 1e6));
        out.writeEndObject();
    }

    private static void write(Motion motion, JsonGenerator out) throws IOException {
        double heading = roundDegrees(motion.headingDegrees());
        out.writeNumberField("speed", round(motion.speedKmh(), 1e2));
        out.writeStringField("direction", Direction.of(heading).name());
        out.writeNumberField("heading", heading);
    }

    private static void write(String name, Word word, JsonGenerator out) throws IOException {
        out.writeStringField(name, word.word());
    }

    private static double round(double value, double scale) {
        return Math.round(value * scale) / scale;
    }

    /// Rounds to 0.1 deg and keeps the result below 360.
    private static double roundDegrees(double degrees) {
        return round(degrees, 1e1) % 360;
    }
}
