package smartcity.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 500 where no other mapper applies. The cause is in the log, and nothing of it in the answer.
public class FailureMapper {
    private static final Logger LOG = Logger.getLogger(FailureMapper.class);

    /// Logs the failure and answers; on any thread, so what it needs of the request is a parameter.
    @ServerExceptionMapper
    public Response toResponse(Throwable failure, UriInfo request) {
        LOG.errorf(failure, "Failed to answer path=%s", request.getPath());
        return ProblemDocument.of(500, ProblemDetails.of(500)).response().build();
    }
}
