package smartcity.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The body of every HTTP error, by RFC 9457.
///
/// @param type always `about:blank`: title and status say which problem it is
/// @param title the standard phrase of the status
/// @param status of the response
/// @param detail one sentence about this occurrence, without a full stop
/// @param field what broke a rule: a property of the body or a parameter, `body` for all of the body; else null
/// @param rule that it broke; else null
/// @param value that broke it, `nothing` when there was none; else null
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection // for a native executable: no resource returns it, so nothing else says that JSON is made of it
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String rule,
        @Nullable String value) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String NO_TYPE = "about:blank";
    private static final JsonMapper JSON = new JsonMapper();

    /// An error that no value of the request caused.
    public static ProblemDocument of(int status, String detail) {
        return new ProblemDocument(NO_TYPE, titleOf(status), status, detail, null, null, null);
    }

    /// An error that a value of the request caused.
    public static ProblemDocument of(int status, RequestRefusal refusal) {
        return new ProblemDocument(
                NO_TYPE, titleOf(status), status, refusal.sentence(), refusal.field(), refusal.rule(), refusal.value());
    }

    /// The response with this body, to which headers can be added.
    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json());
    }

    /// An exception that is answered with this body.
    public WebApplicationException asException() {
        return new WebApplicationException(detail, response().build());
    }

    /// As text, because no writer of Jackson answers for the media type.
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Failed to write a problem document of status " + status, e);
        }
    }

    private static String titleOf(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
