package smartcity.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/// The page at `/` of a service, which links to what the service has. A service with an `index.html` of its own keeps
/// that one.
@ApplicationScoped
class HomePage {
    /// Before the handlers of files and resources, which answer 404.
    private static final int FIRST = 5_000;

    private static final String OWN_PAGE = "META-INF/resources/index.html";

    private static final List<HomeLink> OF_EVERY_SERVICE = List.of(
            new HomeLink("/q/swagger-ui", "all requests, to try out (Swagger UI)"),
            new HomeLink("/q/openapi", "all requests, as OpenAPI"),
            new HomeLink("/q/health", "health"),
            new HomeLink("/q/metrics", "metrics, for Prometheus"));

    private final String name;
    private final List<HomeLink> links;

    HomePage(Config config, @All List<HomeLink> own) {
        this.name = config.getValue("quarkus.application.name", String.class);
        this.links = ordered(own);
    }

    /// The status first, then what the service has by path, and at the end what every service has: beans come in an
    /// order that differs from build to build.
    static List<HomeLink> ordered(List<HomeLink> own) {
        List<HomeLink> links = new ArrayList<>(own);
        links.sort(Comparator.comparing((HomeLink link) -> !link.path().endsWith("/status"))
                .thenComparing(HomeLink::path));
        links.addAll(OF_EVERY_SERVICE);
        return links;
    }

    void serve(@Observes Router router) {
        if (Thread.currentThread().getContextClassLoader().getResource(OWN_PAGE) == null) {
            router.get("/")
                    .order(FIRST)
                    .handler(request -> request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                            .putHeader("Content-Security-Policy", "default-src 'none'")
                            .end(html(name, links)));
        }
    }

    static String html(String name, List<HomeLink> links) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head><title>" + text(name)
                + "</title><meta charset=\"utf-8\"></head>\n<body>\n<h1>" + text(name) + "</h1>\n<ul>\n");
        for (HomeLink link : links) {
            String path = text(link.path());
            html.append("<li><a href=\"" + path + "\">" + path + "</a>: " + text(link.says()) + "</li>\n");
        }
        return html.append("</ul>\n</body>\n</html>\n").toString();
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
