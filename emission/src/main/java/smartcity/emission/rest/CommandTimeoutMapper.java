package smartcity.emission.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import smartcity.emission.control.CommandTimeoutException;
import smartcity.http.ProblemDocument;

/// Answers 503 when Kafka does not answer in time.
@Provider
public class CommandTimeoutMapper implements ExceptionMapper<CommandTimeoutException> {
    @Override
    public Response toResponse(CommandTimeoutException timeout) {
        return ProblemDocument.of(503, String.valueOf(timeout.getMessage()))
                .response()
                .build();
    }
}
