package smartcity.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/// Answers the errors that never reach a resource, an unknown path and a body that is too large, with problem
/// documents.
@ApplicationScoped
class RouterErrors {
    /// Before every handler of Quarkus, whose own answer to a large body has no document.
    private static final int FIRST = 10_000;

    private final Optional<MemorySize> maxBody;

    RouterErrors(VertxHttpConfig config) {
        this.maxBody = config.limits().maxBodySize();
    }

    void limitBodies(@Observes Filters filters) {
        maxBody.ifPresent(most -> filters.register(
                request -> {
                    if (announcedBytes(request) > most.asLongValue()) {
                        closeAfterAnswer(request);
                        answer(request, 413);
                    } else {
                        request.next();
                    }
                },
                FIRST));
    }

    void answerUnknownPaths(@Observes Router router) {
        router.errorHandler(404, request -> answer(request, 404));
    }

    /// The rest of the body is not read, so the connection cannot serve another request; HTTP/2 resets its stream.
    private static void closeAfterAnswer(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    private static long announcedBytes(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException e) {
            return 0; // the HTTP server has refused it already
        }
    }

    private static void answer(RoutingContext request, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .end(ProblemDocument.of(status, ProblemDetails.of(status)).json());
    }
}
