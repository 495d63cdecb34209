package smartcity.emission.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import smartcity.emission.control.CommandTimeoutException;

/// Answers 503 when Kafka does not answer.
@Provider
public class CommandTimeoutMapper implements ExceptionMapper<CommandTimeoutException> {
    @Override
    public Response toResponse(CommandTimeoutException unanswered) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("reason", String.valueOf(unanswered.getMessage())))
                .build();
    }
}
