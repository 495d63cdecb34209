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

/// Reads the events that services tell each other, in the JSON form of [EventJson].
///
/// Unknown properties are ignored. What is not such an event, in whatever way, is no event: the topics are open to
/// others, whose mistakes must not stop a service. Safe for use by several threads.
public final class EventReader {
    private final JsonFactory json = new JsonFactory();

    /// The observation in a record's value; empty when it holds none.
    public Optional<WeatherObservation> observation(byte[] value) {
        return read(value, EventReader::observation);
    }

    /// The report in a record's value; empty when it holds none.
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
                fields.word("weatherCondition", WeatherCode.values()),
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
                fields.word("type", EmergencyType.values()),
                fields.instant("timestamp"),
                fields.location(),
                fields.word("status", IncidentStatus.values()),
                fields.text("description"),
                fields.word("severity", Severity.values()),
                fields.integer("lanesClosed"),
                fields.text("road"),
                fields.word("carriageway", Carriageway.values()));
    }

    /// The scalars of an object as written, those of objects in it by `outer.inner`.
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

        <W extends JsonEnum> W word(String name, W[] words) {
            String scalar = text(name);
            for (W word : words) {
                if (word.jsonValue().equals(scalar)) {
                    return word;
                }
            }
            throw new IllegalArgumentException(name + " must be a word of its schema but was '" + scalar + "'");
        }
    }
}
