package smartcity.emission.control;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;

/// The body that sets the interval of a stream.
///
/// @param interval simulated time between two reports of a device, 1 ms to 1 h in whole milliseconds
@Schema(description = "The interval at which each device of a stream reports")
public record IntervalRequest(
        @Schema(
                required = true,
                type = SchemaType.STRING,
                implementation = String.class,
                format = "duration",
                description = "Simulated time between two reports of a device, PT1H at most",
                examples = "PT0.5S")
        Duration interval) {
    static final Duration SHORTEST = Duration.ofMillis(1);
    static final Duration LONGEST = Duration.ofHours(1);

    /// Reads a JSON object.
    ///
    /// @throws RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IntervalRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        Duration interval = body.duration("interval", SHORTEST, LONGEST);
        body.end();
        if (interval.toNanos() % 1_000_000 > 0) {
            throw new RequestRefusedException("interval", "must be in whole milliseconds", interval);
        }
        return new IntervalRequest(interval);
    }
}
