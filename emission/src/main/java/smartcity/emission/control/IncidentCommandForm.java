package smartcity.emission.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import smartcity.event.EmergencyReport;
import smartcity.event.EventJson;
import smartcity.event.IncidentDuration;
import smartcity.http.JsonBody;
import smartcity.http.ValueRules;
import smartcity.road.Road;

/// The kinds and bodies of commands on incidents, which more than one service issues.
public final class IncidentCommandForm {
    /// The kind of a command that raises an incident.
    public static final String RAISE = "raise-incident";

    /// The kind of a command that resolves one.
    public static final String RESOLVE = "resolve-incident";

    /// How long a raised incident lasts when the request does not say it [chosen].
    private static final Duration DEFAULT_DURATION = Duration.ofMinutes(35);

    private IncidentCommandForm() {}

    /// Reads how long an incident that is raised lasts.
    ///
    /// @throws smartcity.http.RequestRefusedException when it breaks its rule
    public static Duration duration(JsonBody raised) {
        return raised.optionalDuration("duration", IncidentDuration.SHORTEST, IncidentDuration.LONGEST)
                .orElse(DEFAULT_DURATION);
    }

    /// The place of an incident that is raised at a distance from the London end of the road [m].
    ///
    /// @throws smartcity.http.RequestRefusedException when it is not on the road
    public static double chainage(Road road, double km) {
        return ValueRules.requireWithin("km", km, 0, Math.floor(road.lengthMetres()) / 1000) * 1000;
    }

    /// The lanes that an incident closes at first.
    ///
    /// @throws smartcity.http.RequestRefusedException when there are fewer at its place
    public static int lanesClosed(Road road, double chainageMetres, int lanes) {
        return ValueRules.requireWithin(
                "lanesClosed", lanes, 0, road.sectionAt(chainageMetres).lanes());
    }

    /// The body of the command that resolves an incident.
    ///
    /// @param last the latest report on the incident
    public static ObjectNode resolution(EmergencyReport last) {
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode body = json.createObjectNode();
            body.set("last", json.readTree(new EventJson().encode(last)));
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the encoded report " + last.id(), e);
        }
    }
}
