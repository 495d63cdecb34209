package smartcity.vehicle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.http.JsonBody;

/// The body that sets the rate of the fleet's records.
///
/// @param rate records of both streams per real second; how many there can be depends on fleet and factor
@Schema(description = "The rate of the fleet's records")
record RateRequest(
        @Schema(
                required = true,
                minimum = "1",
                description = "Records of both streams per real second",
                examples = "2000")
        int rate) {
    static final String RATE = "rate";

    /// Reads a JSON object.
    ///
    /// @throws smartcity.http.RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RateRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        RateRequest request = new RateRequest(body.integer(RATE));
        body.end();
        return request;
    }
}
