package smartcity.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import smartcity.http.ProblemDocument;
import smartcity.view.lake.LakeFigures;
import smartcity.view.lake.LakeHistory;

/// Asks the sink once a second how the lake is, and passes on what an operator asks of it: the only call between
/// services.
@ApplicationScoped
class SinkLink {
    /// For a status; chosen: twice the interval.
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(2);

    /// For a flush, which ends when everything has landed; chosen: above the sink's own limit of 30 s.
    private static final Duration CHANGE_TIMEOUT = Duration.ofSeconds(40);

    private final EventStream events;
    private final LakeHistory history;
    private final CityFigures figures;
    private final URI sink;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(STATUS_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final RepeatedTask task = new RepeatedTask("sink-status", this::publish);

    SinkLink(EventStream events, LakeHistory history, CityFigures figures, ViewConfig config) {
        this.events = events;
        this.history = history;
        this.figures = figures;
        this.sink = config.sink();
    }

    void begin(@Observes StartupEvent event) {
        task.begin();
    }

    void end(@Observes ShutdownEvent event) {
        task.close();
        http.shutdownNow();
    }

    private void publish() {
        ObjectNode lake = lake();
        history.add(lake);
        events.publish("lake", "lake", lake.toString());
    }

    private ObjectNode lake() {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request("/sink/status", STATUS_TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? LakeFigures.of(json.readTree(answer.body()), figures.realNow())
                    : LakeFigures.unreachable("The sink answers " + answer.statusCode(), figures.realNow());
        } catch (IOException e) {
            return LakeFigures.unreachable("The sink does not answer at " + sink, figures.realNow());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LakeFigures.unreachable("This service is stopping", figures.realNow());
        }
    }

    /// Sends a change to the sink, with the token that the operator has sent, and returns its answer.
    ///
    /// @throws jakarta.ws.rs.WebApplicationException 502 or 504 when the sink does not answer
    HttpResponse<String> change(String path, Optional<String> authorization) {
        HttpRequest.Builder request = request(path, CHANGE_TIMEOUT).POST(HttpRequest.BodyPublishers.noBody());
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw ProblemDocument.of(504, "The sink has not answered within " + CHANGE_TIMEOUT.toSeconds() + " s")
                    .asException();
        } catch (IOException e) {
            throw ProblemDocument.of(502, "The sink does not answer at " + sink).asException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemDocument.of(503, "This service is stopping").asException();
        }
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(sink.resolve(path)).timeout(timeout);
    }
}
