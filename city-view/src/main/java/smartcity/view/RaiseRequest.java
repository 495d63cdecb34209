package smartcity.view;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;
import smartcity.http.JsonBody;
import smartcity.road.Road;

/// The incident that an operator raises by a click on the road; also the body of its command.
///
/// @param km distance from the London end of the road [km]
/// @param lanesClosed at first; they open again one after the other
/// @param duration how long it lasts, in simulated time
@Schema(description = "The incident to raise")
record RaiseRequest(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"Accident", "Fire", "Medical", "Police"})
        EmergencyType type,

        @Schema(required = true, description = "Distance from the London end in km", minimum = "0", examples = "80.5")
        double km,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"northbound", "southbound"})
        Carriageway carriageway,

        @Schema(
                required = true,
                minimum = "0",
                description = "Lanes closed at first, at most the lanes of the carriageway")
        int lanesClosed,

        @Schema(
                type = SchemaType.STRING,
                implementation = String.class,
                format = "duration",
                defaultValue = "PT35M",
                description = "How long it lasts, PT5M to PT4H of simulated time")
        Duration duration) {
    /// Reads a JSON object.
    ///
    /// @throws smartcity.http.RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RaiseRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        RaiseRequest request = new RaiseRequest(
                body.word("type", EmergencyType.values(), EmergencyType::jsonValue),
                body.number("km"),
                body.word("carriageway", Carriageway.values(), Carriageway::jsonValue),
                body.integer("lanesClosed"),
                IncidentCommandForm.duration(body));
        body.end();
        return request;
    }

    /// The body of the command.
    ///
    /// @throws smartcity.http.RequestRefusedException when place or lanes do not fit the road
    ObjectNode command(Road road) {
        var _ = IncidentCommandForm.lanesClosed(road, IncidentCommandForm.chainage(road, km), lanesClosed);
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type.jsonValue())
                .put("km", km)
                .put("carriageway", carriageway.jsonValue())
                .put("lanesClosed", lanesClosed)
                .put("duration", duration.toString());
    }
}
