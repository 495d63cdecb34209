package smartcity.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Answers what the framework refuses, such as an unknown path or a wrong method, with a problem document.
@Provider
public class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

    /// Keeps status and protocol headers. A response that is no error, or has a problem document, stays as it is.
    @Override
    public Response toResponse(WebApplicationException error) {
        Response original = error.getResponse();
        int status = original.getStatus();
        if (status < 400 || isProblem(original)) {
            return original;
        }
        Response.ResponseBuilder answer =
                ProblemDocument.of(status, detail(status, original)).response();
        for (String header : KEPT_HEADERS) {
            String value = original.getHeaderString(header);
            if (value != null) {
                answer.header(header, value);
            }
        }
        return answer.build();
    }

    private static String detail(int status, Response original) {
        String methods = original.getHeaderString(HttpHeaders.ALLOW);
        return status == 405 && methods != null ? "This path supports " + methods + " only" : ProblemDetails.of(status);
    }

    private static boolean isProblem(Response response) {
        return response.getMediaType() != null
                && response.getMediaType().toString().equals(ProblemDocument.MEDIA_TYPE);
    }
}
