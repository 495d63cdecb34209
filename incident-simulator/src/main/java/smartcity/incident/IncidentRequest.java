package smartcity.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.IncidentCommandForm;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;
import smartcity.http.JsonBody;

/// The body that raises an incident; also the body of its command. [IncidentCommands] holds its place and its lanes to
/// the road.
///
/// @param km distance from the London end of the road [km]; null when latitude and longitude give the place
/// @param latitude of a place within a kilometre of the road [deg]; null when km gives the place
/// @param longitude of that place [deg]; null when km gives the place
/// @param lanesClosed at first; they open again one after the other
/// @param duration how long it lasts, in simulated time
@Schema(description = "The incident to raise; its place is given by km, or by latitude and longitude")
record IncidentRequest(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"Accident", "Fire", "Medical", "Police"})
        EmergencyType type,

        @Schema(description = "Distance from the London end in km", minimum = "0", examples = "80.5") @Nullable
        Double km,

        @Schema(description = "Within a kilometre of the road", minimum = "-90", maximum = "90") @Nullable
        Double latitude,

        @Schema(description = "Within a kilometre of the road", minimum = "-180", maximum = "180") @Nullable
        Double longitude,

        @Schema(
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                enumeration = {"northbound", "southbound"})
        Carriageway carriageway,

        @Schema(
                required = true,
                minimum = "0",
                description =
                        "Lanes closed at first, at most the lanes of the carriageway; they open again one after the other")
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
    static IncidentRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        IncidentRequest request = new IncidentRequest(
                body.word("type", EmergencyType.values(), EmergencyType::jsonValue),
                orNull(body.optionalNumber("km")),
                orNull(body.optionalNumber("latitude", -90, 90)),
                orNull(body.optionalNumber("longitude", -180, 180)),
                body.word("carriageway", Carriageway.values(), Carriageway::jsonValue),
                body.integer("lanesClosed"),
                IncidentCommandForm.duration(body));
        body.end();
        return request;
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /// What [#of(ObjectNode)] reads.
    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type.jsonValue())
                .put("km", km)
                .put("latitude", latitude)
                .put("longitude", longitude)
                .put("carriageway", carriageway.jsonValue())
                .put("lanesClosed", lanesClosed)
                .put("duration", duration.toString());
    }
}
