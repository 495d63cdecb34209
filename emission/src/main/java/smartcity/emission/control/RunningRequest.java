package smartcity.emission.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.http.JsonBody;

/// The body that stops and resumes simulated time; also the body of its command.
///
/// @param running whether simulated time advances
@Schema(description = "Whether simulated time advances")
public record RunningRequest(@Schema(required = true) boolean running) {
    private static final String RUNNING = "running";

    /// Reads a JSON object.
    ///
    /// @throws smartcity.http.RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RunningRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        RunningRequest request = new RunningRequest(body.flag(RUNNING));
        body.end();
        return request;
    }

    /// What [#of(ObjectNode)] reads.
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put(RUNNING, running);
    }
}
