package smartcity.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import smartcity.view.lake.LakeFigures;
import smartcity.view.lake.LakeHistory;
import smartcity.view.lake.SinkAddresses;
import smartcity.view.lake.SinkAnswer;

/// Asks all sinks once a second how the lake is, and passes on to all of them what an operator asks: the
/// only call between services.
@ApplicationScoped
class SinkLink {
    /// For a status; chosen: twice the interval.
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(2);

    /// For a flush, which ends when everything has landed; chosen: above the sink's own limit of 30 s.
    private static final Duration CHANGE_TIMEOUT = Duration.ofSeconds(40);

    private final EventStream events;
    private final LakeHistory history;
    private final Clock clock;
    private final SinkAddresses sinks;
    private final Map<URI, JsonNode> lastStatuses = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(STATUS_TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final RepeatedTask task = new RepeatedTask("sink-status", this::publish);

    SinkLink(EventStream events, LakeHistory history, Clock clock, ViewConfig config) {
        this.events = events;
        this.history = history;
        this.clock = clock;
        this.sinks = new SinkAddresses(config.sink(), InetAddress::getAllByName);
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

    /// The figures of all sinks now; for one thread.
    ObjectNode lake() {
        List<SinkReply> replies = ask("/sink/status", STATUS_TIMEOUT, _ -> {});
        lastStatuses.keySet().retainAll(replies.stream().map(SinkReply::sink).toList());
        return LakeFigures.of(replies.stream().map(this::answer).toList(), clock.instant());
    }

    private SinkAnswer answer(SinkReply reply) {
        JsonNode status = reply.json();
        if (!reply.isDone() || !status.isObject()) {
            return new SinkAnswer(lastStatuses.get(reply.sink()), reply.failure());
        }
        lastStatuses.put(reply.sink(), status);
        return new SinkAnswer(status, null);
    }

    /// Sends a change to all sinks, with the token that the operator has sent.
    ///
    /// @return see [SinkReply#together]
    Response change(String path, Optional<String> authorization) {
        return SinkReply.together(ask(path, CHANGE_TIMEOUT, request -> {
            request.POST(HttpRequest.BodyPublishers.noBody());
            authorization.ifPresent(value -> request.header("Authorization", value));
        }));
    }

    private List<SinkReply> ask(String path, Duration timeout, Consumer<HttpRequest.Builder> change) {
        List<CompletableFuture<SinkReply>> replies = sinks.current().stream()
                .map(sink -> ask(sink, path, timeout, change))
                .toList();
        return replies.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<SinkReply> ask(
            URI sink, String path, Duration timeout, Consumer<HttpRequest.Builder> change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sink.resolve(path)).timeout(timeout);
        change.accept(request);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) ->
                        answer == null ? SinkReply.silent(sink, failure, timeout) : SinkReply.of(sink, answer));
    }
}
