package smartcity.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body that sets the level of a category.
@Schema(description = "The level of a category of the log")
public record LogLevelRequest(@Schema(required = true) LogLevel level) {
    /// Reads a JSON object.
    ///
    /// @throws RequestRefusedException when a field breaks its rule
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LogLevelRequest of(ObjectNode fields) {
        JsonBody body = new JsonBody(fields);
        LogLevelRequest request = new LogLevelRequest(body.word("level", LogLevel.values(), LogLevel::name));
        body.end();
        return request;
    }
}
