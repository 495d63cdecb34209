package smartcity.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Answers a request whose value broke a rule with 400, field, rule and value.
@Provider
public class RefusalMapper implements ExceptionMapper<RequestRefusedException> {
    @Override
    public Response toResponse(RequestRefusedException refused) {
        return ProblemDocument.of(Response.Status.BAD_REQUEST.getStatusCode(), refused.refusal())
                .response()
                .build();
    }
}
