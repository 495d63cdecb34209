package smartcity.view;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.http.ChangeGuard;
import smartcity.http.ProblemDocument;

/// Refuses requests under a foreign name or from a foreign page before anything else sees them, and has browsers
/// load nothing from elsewhere.
///
/// A page of another origin could else reach this service through a name that resolves to this machine. Probes and
/// metrics pass under any name: a cluster asks for them by the address of the pod.
@ApplicationScoped
class ViewAccess {
    /// Before every other handler.
    private static final int FIRST = 20_000;

    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// Swagger UI has its script and its styles in its page, and icons in its styles. It shows nothing of the topics.
    private static final String POLICY_OF_SWAGGER_UI =
            POLICY + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private final List<String> hosts;
    private final boolean readOnly;

    ViewAccess(ViewConfig config) {
        this.hosts = config.hosts().stream().map(ViewAccess::lower).toList();
        this.readOnly = config.readOnly();
    }

    void guard(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext request) {
        request.response()
                .putHeader(
                        "Content-Security-Policy",
                        request.normalizedPath().startsWith("/q/swagger-ui") ? POLICY_OF_SWAGGER_UI : POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        Optional<String> refusal = refusal(
                request.request().method().name(),
                request.normalizedPath(),
                hosts(request.request()),
                request.request().getHeader(HttpHeaders.ORIGIN));
        if (refusal.isEmpty()) {
            request.next();
            return;
        }
        request.response()
                .setStatusCode(403)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(String.valueOf(ProblemDocument.of(403, refusal.get())
                        .response()
                        .build()
                        .getEntity()));
    }

    /// The names under which a request was sent; HTTP/2 has one in a place of its own.
    private static List<String> hosts(HttpServerRequest request) {
        List<String> headers = request.headers().getAll(HttpHeaders.HOST);
        return headers.isEmpty() && request.authority() != null
                ? List.of(request.authority().toString())
                : headers;
    }

    /// Why a request is refused; empty for one that may pass.
    ///
    /// @param named the names under which it was sent, with ports
    /// @param origin of the page that sends it; null when there is none
    Optional<String> refusal(String method, String path, List<String> named, @Nullable String origin) {
        if (path.startsWith("/q/health") || path.startsWith("/q/metrics")) {
            return Optional.empty();
        }
        if (named.size() != 1 || !hosts.contains(lower(named.getFirst().replaceFirst(":\\d{1,5}$", "")))) {
            return Optional.of("The header Host must be one of the names in the setting view.hosts");
        }
        String host = lower(named.getFirst());
        if (origin != null
                && !lower(origin).equals("http://" + host)
                && !lower(origin).equals("https://" + host)) {
            return Optional.of("A web page of another origin must not use this service");
        }
        return readOnly && ChangeGuard.changes(method)
                ? Optional.of("This view is read-only by the setting view.read-only")
                : Optional.empty();
    }

    private static String lower(String text) {
        return text.trim().toLowerCase(Locale.ROOT);
    }
}
