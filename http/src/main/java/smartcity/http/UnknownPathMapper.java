package smartcity.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Answers an unknown path with 404. It stands beside [HttpErrorMapper] because Quarkus has a page of its own for this
/// exception in development and tests.
@Provider
public class UnknownPathMapper implements ExceptionMapper<NotFoundException> {
    @Override
    public Response toResponse(NotFoundException unknown) {
        return ProblemDocument.of(404, ProblemDetails.of(404)).response().build();
    }
}
