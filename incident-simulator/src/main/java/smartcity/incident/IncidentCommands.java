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

/// Carries out what is ordered about incidents.
@Singleton
class IncidentCommands implements CommandHandler {
    static final String RAISE = "raise-incident";
    static final String RESOLVE = "resolve-incident";

    /// How far from the road a place may be that stands for one on it [deg]; chosen: about a kilometre.
    private static final double BESIDE_DEGREES = 0.01;

    private static final Duration USUAL = Duration.ofMinutes(35);

    /// What is ordered.
    record Raised(RaisedIncidents.Kind kind, Duration lasts) {}

    private final Road road;
    private final RaisedIncidents incidents;

    IncidentCommands(Seed seed, Road road) {
        this.road = road;
        this.incidents = new RaisedIncidents(seed, road);
    }

    RaisedIncidents incidents() {
        return incidents;
    }

    /// Reads what is to happen.
    Raised raised(JsonBody form) {
        EmergencyType type = form.word("type", EmergencyType.values(), EmergencyType::jsonValue);
        double chainage = chainage(form);
        Carriageway carriageway = form.word("carriageway", Carriageway.values(), Carriageway::jsonValue);
        int lanes = form.integer("lanesClosed", 0, road.sectionAt(chainage).lanes());
        Duration lasts = form.optionalDuration("duration", RaisedIncidents.SHORTEST, RaisedIncidents.LONGEST)
                .orElse(USUAL);
        form.end();
        return new Raised(new RaisedIncidents.Kind(type, chainage, carriageway, lanes), lasts);
    }

    /// By kilometres from London, or by a place on the map or beside it.
    private double chainage(JsonBody form) {
        OptionalDouble km = form.optionalNumber("km", 0, Math.floor(road.lengthMetres()) / 1000);
        OptionalDouble latitude = form.optionalNumber("latitude", -90, 90);
        OptionalDouble longitude = form.optionalNumber("longitude", -180, 180);
        if (km.isPresent()) {
            if (latitude.isPresent() || longitude.isPresent()) {
                throw new RequestRefusedException("latitude", "must not be set beside km", latitude.orElse(Double.NaN));
            }
            return km.getAsDouble() * 1000;
        }
        if (latitude.isEmpty() || longitude.isEmpty()) {
            throw new RequestRefusedException("km", "must be set unless latitude and longitude are", "nothing");
        }
        Location place = new Location(latitude.getAsDouble(), longitude.getAsDouble());
        double chainage = road.chainageNear(place);
        Location onRoad = road.locationAt(chainage);
        double away = Math.hypot(
                onRoad.latitude() - place.latitude(),
                (onRoad.longitude() - place.longitude()) * Math.cos(Math.toRadians(place.latitude())));
        if (away > BESIDE_DEGREES) {
            throw new RequestRefusedException(
                    "latitude", "must be, with longitude, within a kilometre of the road", place);
        }
        return chainage;
    }

    /// What the order to end an incident says.
    static ObjectNode resolution(EmergencyReport last) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode body = json.createObjectNode();
            body.set("last", json.readTree(new EventJson().encode(last)));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read what was written of " + last.id(), e);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RAISE, RESOLVE);
    }

    @Override
    public void take(CityCommand order) {
        if (order.kind().equals(RAISE)) {
            Raised raised = raised(new JsonBody(order.body()));
            incidents.raise(order.id(), raised.kind(), order.simulatedAt(), raised.lasts());
        } else {
            byte[] last = order.body().path("last").toString().getBytes(StandardCharsets.UTF_8);
            incidents.resolve(
                    new EventReader()
                            .report(last)
                            .orElseThrow(() -> new IllegalArgumentException("last must be a report but was broken")),
                    order.simulatedAt());
        }
    }
}
