package smartcity.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/// Answers 500 where no other mapper applies. The cause is in the log, and nothing of it in the answer.
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    private final UriInfo request;

    FailureMapper(UriInfo request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable failure) {
        LOG.errorf(failure, "Failed to answer path=%s", request.getPath());
        return ProblemDocument.of(500, ProblemDetails.of(500)).response().build();
    }
}
