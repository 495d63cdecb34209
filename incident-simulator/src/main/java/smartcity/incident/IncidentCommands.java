package smartcity.incident;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CommandHandler;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.event.EventReader;
import smartcity.event.Location;
import smartcity.http.RequestRefusedException;
import smartcity.incident.life.RaisedIncidents;
import smartcity.road.Road;

/// Executes the commands that raise and resolve incidents.
@Singleton
class IncidentCommands implements CommandHandler {

    /// Greatest distance of a requested place from the road [deg]; chosen: about a kilometre.
    private static final double MAX_DISTANCE_DEGREES = 0.01;

    private final Road road;
    private final RaisedIncidents incidents;

    IncidentCommands(Seed seed, Road road) {
        this.road = road;
        this.incidents = new RaisedIncidents(seed, road);
    }

    RaisedIncidents incidents() {
        return incidents;
    }

    /// The incident that a request describes.
    ///
    /// @throws RequestRefusedException when its place or its lanes do not fit the road
    RaisedIncidents.Properties properties(IncidentRequest request) {
        double chainage = chainage(request);
        int lanes = IncidentCommandForm.lanesClosed(road, chainage, request.lanesClosed());
        return new RaisedIncidents.Properties(request.type(), chainage, request.carriageway(), lanes);
    }

    /// The requested place, given by its distance from London or by a place within a kilometre of the road [m].
    private double chainage(IncidentRequest request) {
        Double km = request.km();
        Double latitude = request.latitude();
        Double longitude = request.longitude();
        if (km != null) {
            double chainage = IncidentCommandForm.chainage(road, km);
            if (latitude != null || longitude != null) {
                throw new RequestRefusedException("km", "must not be set together with latitude or longitude", km);
            }
            return chainage;
        }
        if (latitude == null || longitude == null) {
            throw new RequestRefusedException("km", "must be set unless latitude and longitude are", "nothing");
        }
        Location place = new Location(latitude, longitude);
        double chainage = road.chainageNear(place);
        Location onRoad = road.locationAt(chainage);
        double distance = Math.hypot(
                onRoad.latitude() - place.latitude(),
                (onRoad.longitude() - place.longitude()) * Math.cos(Math.toRadians(place.latitude())));
        if (distance > MAX_DISTANCE_DEGREES) {
            throw new RequestRefusedException(
                    "latitude", "must be, with longitude, within a kilometre of the road", latitude + ", " + longitude);
        }
        return chainage;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(IncidentCommandForm.RAISE, IncidentCommandForm.RESOLVE);
    }

    @Override
    public void carryOut(CityCommand command) {
        if (command.kind().equals(IncidentCommandForm.RAISE)) {
            IncidentRequest request = IncidentRequest.of(command.body());
            incidents.raise(command.id(), properties(request), command.simulatedAt(), request.duration());
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
