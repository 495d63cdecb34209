package smartcity.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Lets requests that change something pass by [ControlAccess].
///
/// Where a request comes from is told by its connection, never by a header that anyone may write.
@ApplicationScoped
public class ChangeGuard {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ControlAccess admission;

    ChangeGuard(ControlConfig config) {
        this.admission = new ControlAccess(config.token());
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
        return switch (admission.judge(request.getHeaderString(HttpHeaders.AUTHORIZATION), peer(connection))) {
            case UNAUTHORISED ->
                refused(Response.status(Response.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .entity(Map.of("reason", "Expected the token of control.token, as Bearer")));
            case FORBIDDEN ->
                refused(
                        Response.status(Response.Status.FORBIDDEN)
                                .entity(
                                        Map.of(
                                                "reason",
                                                "Without control.token changes are taken from this machine alone: set it, and send it as Bearer")));
            case ADMITTED -> Optional.empty();
        };
    }

    private static @Nullable InetAddress peer(HttpServerRequest request) {
        SocketAddress address = request.connection().remoteAddress();
        return address == null || address.hostAddress() == null ? null : InetAddress.ofLiteral(address.hostAddress());
    }

    private static Optional<Response> refused(Response.ResponseBuilder answer) {
        return Optional.of(answer.type(MediaType.APPLICATION_JSON_TYPE).build());
    }
}
