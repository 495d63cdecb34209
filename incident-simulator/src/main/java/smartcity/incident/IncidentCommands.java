package smartcity.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CommandHandler;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.EventJson;
import smartcity.event.EventReader;
import smartcity.event.Location;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;
import smartcity.incident.life.RaisedIncidents;
import smartcity.road.Road;

/// Executes the commands that raise and resolve incidents.
@Singleton
class IncidentCommands implements CommandHandler {
    static final String RAISE = "raise-incident";
    static final String RESOLVE = "resolve-incident";

    /// Greatest distance of a requested place from the road [deg]; chosen: about a kilometre.
    private static final double MAX_DISTANCE_DEGREES = 0.01;

    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(35);

    /// A valid request to raise an incident.
    record RaiseRequest(RaisedIncidents.Properties properties, Duration duration) {}

    private final Road road;
    private final RaisedIncidents incidents;

    IncidentCommands(Seed seed, Road road) {
        this.road = road;
        this.incidents = new RaisedIncidents(seed, road);
    }

    RaisedIncidents incidents() {
        return incidents;
    }

    /// Reads a request to raise an incident.
    ///
    /// @throws RequestRefusedException when a field breaks its rule
    RaiseRequest readRaise(JsonBody request) {
        EmergencyType type = request.word("type", EmergencyType.values(), EmergencyType::jsonValue);
        double chainage = chainage(request);
        Carriageway carriageway = request.word("carriageway", Carriageway.values(), Carriageway::jsonValue);
        int lanes = request.integer("lanesClosed", 0, road.sectionAt(chainage).lanes());
        Duration duration = request.optionalDuration("duration", RaisedIncidents.SHORTEST, RaisedIncidents.LONGEST)
                .orElse(DEFAULT_DURATION);
        request.end();
        return new RaiseRequest(new RaisedIncidents.Properties(type, chainage, carriageway, lanes), duration);
    }

    /// The requested place, given by its distance from London or by a place within a kilometre of the road [m].
    private double chainage(JsonBody request) {
        OptionalDouble km = request.optionalNumber("km", 0, Math.floor(road.lengthMetres()) / 1000);
        OptionalDouble latitude = request.optionalNumber("latitude", -90, 90);
        OptionalDouble longitude = request.optionalNumber("longitude", -180, 180);
        if (km.isPresent()) {
            if (latitude.isPresent() || longitude.isPresent()) {
                throw new RequestRefusedException(
                        "km", "must not be set together with latitude or longitude", km.getAsDouble());
            }
            return km.getAsDouble() * 1000;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            throw new RequestRefusedException("km", "must be set unless latitude and longitude are", "nothing");
        }
        Location place = new Location(latitude.getAsDouble(), longitude.getAsDouble());
        double chainage = road.chainageNear(place);
        Location onRoad = road.locationAt(chainage);
        double distance = Math.hypot(
                onRoad.latitude() - place.latitude(),
                (onRoad.longitude() - place.longitude()) * Math.cos(Math.toRadians(place.latitude())));
        if (distance > MAX_DISTANCE_DEGREES) {
            throw new RequestRefusedException(
                    "latitude", "must be, with longitude, within a kilometre of the road", place);
        }
        return chainage;
    }

    /// The body of the command that resolves an incident.
    ///
    /// @param last the latest report on the incident
    static ObjectNode resolution(EmergencyReport last) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode body = json.createObjectNode();
            body.set("last", json.readTree(new EventJson().encode(last)));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the encoded report " + last.id(), e);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RAISE, RESOLVE);
    }

    @Override
    public void take(CityCommand command) {
        if (command.kind().equals(RAISE)) {
            RaiseRequest request = readRaise(new JsonBody(command.body()));
            incidents.raise(command.id(), request.properties(), command.simulatedAt(), request.duration());
        } else {
            byte[] last = command.body().path("last").toString().getBytes(StandardCharsets.UTF_8);
            incidents.resolve(
                    new EventReader()
                            .report(last)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "last must be an emergency report but was unreadable")),
                    command.simulatedAt());
        }
    }
}
