package smartcity.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import smartcity.http.ProblemDocument;

/// `GET /events`: the state of the city as server-sent events, the same to all pages. A new page first receives the
/// newest message of every kind.
///
/// A message is encoded once for all pages. Safe for use by several threads.
@ApplicationScoped
class EventStream {
    /// Open pages at most; chosen: 14 MB/s with the largest fleet.
    static final int MOST = 200;

    private final Set<PageClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<String, byte[]> newest = new LinkedHashMap<>();

    EventStream(MeterRegistry meters) {
        meters.gauge("smartcity.view.clients", clients, Set::size);
    }

    void open(@Observes Router router) {
        router.get("/events").handler(this::connect);
    }

    private void connect(RoutingContext request) {
        HttpServerResponse response = request.response();
        if (clients.size() >= MOST) {
            response.setStatusCode(503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                    .end(String.valueOf(ProblemDocument.of(503, MOST + " pages are open, which is the limit")
                            .response()
                            .build()
                            .getEntity()));
            return;
        }
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        PageClient client = new PageClient(response, request.vertx().getOrCreateContext());
        response.closeHandler(_ -> clients.remove(client));
        response.exceptionHandler(_ -> clients.remove(client));
        synchronized (newest) {
            newest.forEach(client::offer);
            clients.add(client);
        }
        client.flush();
    }

    /// Publishes a message, unless the newest one of its kind says the same. Sent by the next [#flush()].
    ///
    /// @param kind the message replaces older ones of this kind
    /// @param event name of the event, for pages
    /// @param data one line
    void publish(String kind, String event, String data) {
        byte[] message = ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        synchronized (newest) {
            byte[] before = newest.put(kind, message);
            if (!Arrays.equals(before, message)) {
                clients.forEach(client -> client.offer(kind, message));
            }
        }
    }

    /// Sends what has been published.
    void flush() {
        clients.forEach(PageClient::flush);
    }
}
