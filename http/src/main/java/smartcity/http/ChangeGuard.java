package smartcity.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import smartcity.http.ControlAccess.Verdict;

/// Holds every request that changes something to [ControlAccess], before its resource sees it.
@ApplicationScoped
public class ChangeGuard {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ControlAccess access;

    ChangeGuard(ControlConfig config) {
        this.access = new ControlAccess(config.token());
    }

    /// Whether requests of a method change something.
    public static boolean changes(String method) {
        return !READING.contains(method);
    }

    /// The refusal of a request; empty for one that may pass.
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Optional<Response> refusal(ContainerRequestContext request, HttpServerRequest connection) {
        if (!changes(request.getMethod())) {
            return Optional.empty();
        }
        Verdict verdict = access.judge(ChangeRequest.of(connection));
        return verdict == Verdict.ADMITTED ? Optional.empty() : Optional.of(refused(verdict));
    }

    private static Response refused(Verdict verdict) {
        Response.ResponseBuilder answer =
                ProblemDocument.of(verdict.status(), verdict.detail()).response();
        return (verdict == Verdict.NO_TOKEN ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer).build();
    }
}
