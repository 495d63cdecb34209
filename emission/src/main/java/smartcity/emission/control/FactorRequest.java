package smartcity.emission.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.http.JsonBody;
import smartcity.time.SimulatedTime;

/// The body that sets the speed of simulated time; also the body of its command.
///
/// @param factor simulated seconds per real second, 0.1 to 3600
@Schema(description = "The speed of simulated time")
public record FactorRequest(
        @Schema(
                required = true,
                minimum = "0.1",
                maximum = "3600",
                examples = "60",
                description = "Simulated seconds per real second")
        double factor) {
    private static final String FACTOR = "factor";

    /// Reads a JSON object.
    ///
    /// @throws smartcity.http.RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FactorRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        FactorRequest request =
                new FactorRequest(body.number(FACTOR, SimulatedTime.LEAST_FACTOR, SimulatedTime.MOST_FACTOR));
        body.end();
        return request;
    }

    /// What [#of(ObjectNode)] reads.
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put(FACTOR, factor);
    }
}
