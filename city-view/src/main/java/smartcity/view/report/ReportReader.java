package smartcity.view.report;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.JsonEnum;
import smartcity.event.Location;
import smartcity.event.TrafficFlow;
import smartcity.event.VehicleType;

/// Reads records of vehicles and cameras. A record that breaks the contract reads as empty: it must not stop the page.
/// Safe for use by several threads.
public final class ReportReader {
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private final ObjectMapper trees = new ObjectMapper();

    /// The report of a vehicle; read as a stream, because there are thousands a second.
    public Optional<VehicleReport> vehicle(byte[] value) {
        try (JsonParser parser = json.createParser(value)) {
            VehicleFields fields = new VehicleFields();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            fields.read(parser);
            return Optional.of(fields.report());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The report of a camera.
    public Optional<CameraReport> camera(byte[] value) {
        try {
            JsonNode record = trees.readTree(value);
            return Optional.of(new CameraReport(
                    record.path("id").asText(),
                    record.path("cameraId").asText(),
                    new Location(
                            number(record.path("location"), "latitude"), number(record.path("location"), "longitude")),
                    Instant.parse(record.path("timestamp").asText()).toEpochMilli(),
                    new CameraSnapshot(record.path("snapshot").binaryValue()),
                    constant(record.path("carriageway").asText(), Carriageway.values()),
                    new TrafficFlow(
                            number(record, "trafficDensity"),
                            number(record, "averageSpeed"),
                            number(record, "intensity"),
                            number(record, "occupancy"),
                            record.path("congested").asBoolean())));
        } catch (IOException | RuntimeException e) { // whatever a broken record makes Jackson or the types throw
            return Optional.empty();
        }
    }

    private static double number(JsonNode record, String field) {
        JsonNode value = record.path(field);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static <E extends JsonEnum> E constant(String word, E[] constants) {
        for (E constant : constants) {
            if (constant.jsonValue().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be one of the words in the schema but was " + word);
    }

    /// The fields of a vehicle's record that the page needs.
    private static final class VehicleFields {
        private String deviceId = "";
        private String timestamp = "";
        private String type = "";
        private double latitude = Double.NaN;
        private double longitude = Double.NaN;
        private double speed = Double.NaN;
        private double heading = Double.NaN;

        void read(JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "deviceId" -> deviceId = parser.getText();
                    case "timestamp" -> timestamp = parser.getText();
                    case "vehicleType" -> type = parser.getText();
                    case "speed" -> speed = number(value, parser);
                    case "heading" -> heading = number(value, parser);
                    case "latitude" -> latitude = number(value, parser);
                    case "longitude" -> longitude = number(value, parser);
                    case "location" -> {
                        if (value == JsonToken.START_OBJECT) {
                            read(parser);
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        }

        private static double number(JsonToken value, JsonParser parser) throws IOException {
            return value.isNumeric() ? parser.getDoubleValue() : Double.NaN;
        }

        VehicleReport report() {
            return new VehicleReport(
                    deviceId,
                    ITU.parseDateTime(timestamp).toInstant().toEpochMilli(),
                    latitude,
                    longitude,
                    speed,
                    heading,
                    constant(type, VehicleType.values()));
        }
    }
}
