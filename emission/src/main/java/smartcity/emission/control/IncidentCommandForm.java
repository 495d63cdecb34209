package smartcity.emission.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import smartcity.event.EmergencyReport;
import smartcity.event.EventJson;

/// The kinds and bodies of commands on incidents, which more than one service issues.
public final class IncidentCommandForm {
    /// The kind of a command that raises an incident.
    public static final String RAISE = "raise-incident";

    /// The kind of a command that resolves one.
    public static final String RESOLVE = "resolve-incident";

    private IncidentCommandForm() {}

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
