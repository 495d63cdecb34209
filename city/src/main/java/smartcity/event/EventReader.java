package smartcity.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Reads the events that services receive from each other, in the JSON form of [EventJson].
///
/// Unknown properties are ignored. Any invalid value reads as empty: other applications may write to the topics, and
/// their mistakes must not stop a service. Safe for use by several threads.
public final class EventReader {
    private final JsonFactory json = new JsonFactory();

    /// The observation in a record's value; empty when the value is no valid observation.
    public Optional<WeatherObservation> observation(byte[] value) {
        return read(value, EventReader::observation);
    }

    /// The report in a record's value; empty when the value is no valid report.
    public Optional<EmergencyReport> report(byte[] value) {
        return read(value, EventReader::report);
    }

    private <T> Optional<T> read(byte[] value, Function<Fields, T> event) {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Fields fields = new Fields();
            fields.addObject("", parser);
            return Optional.of(event.apply(fields));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static WeatherObservation observation(Fields fields) {
        return new WeatherObservation(
                fields.uuid("id"),
                fields.text("deviceId"),
                fields.location(),
                fields.instant("timestamp"),
                fields.constant("weatherCondition", WeatherCode.values()),
                new AtmosphericConditions(
                        fields.number("temperature"),
                        fields.number("precipitation"),
                        fields.number("windSpeed"),
                        fields.number("windDirection"),
                        fields.number("humidity"),
                        fields.number("visibility"),
                        fields.number("pressure")),
                fields.integer("airQualityIndex"),
                fields.integer("daqi"));
    }

    private static EmergencyReport report(Fields fields) {
        return new EmergencyReport(
                fields.uuid("id"),
                fields.text("deviceId"),
                fields.uuid("incidentId"),
                fields.constant("type", EmergencyType.values()),
                fields.instant("timestamp"),
                fields.location(),
                fields.constant("status", IncidentStatus.values()),
                fields.text("description"),
                fields.constant("severity", Severity.values()),
                fields.integer("lanesClosed"),
                fields.text("road"),
                fields.constant("carriageway", Carriageway.values()));
    }

    /// The scalars of an object as text; those of nested objects are named `outer.inner`.
    private static final class Fields {
        private final Map<String, String> scalars = new HashMap<>();

        void addObject(String prefix, JsonParser parser) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = prefix + parser.currentName();
                switch (parser.nextToken()) {
                    case START_OBJECT -> addObject(name + ".", parser);
                    case START_ARRAY -> parser.skipChildren();
                    case VALUE_NULL -> scalars.remove(name);
                    default -> scalars.put(name, parser.getText());
                }
            }
        }

        String text(String name) {
            String scalar = scalars.get(name);
            if (scalar == null) {
                throw new IllegalArgumentException(name + " must be set but was missing");
            }
            return scalar;
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        int integer(String name) {
            return Integer.parseInt(text(name));
        }

        UUID uuid(String name) {
            return UUID.fromString(text(name));
        }

        Instant instant(String name) {
            return Instant.parse(text(name));
        }

        Location location() {
            return new Location(number("location.latitude"), number("location.longitude"));
        }

        <E extends JsonEnum> E constant(String name, E[] constants) {
            String scalar = text(name);
            for (E constant : constants) {
                if (constant.jsonValue().equals(scalar)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(
                    name + " must be one of the values in its schema but was '" + scalar + "'");
        }
    }
}
