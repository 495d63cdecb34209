package smartcity.sink;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import smartcity.sink.loop.FlushOutcome;
import smartcity.sink.loop.SinkLoop;

/// How an operator looks into the sink, and makes it land what it holds.
@Path("/sink")
class SinkResource {
    private final SinkLoop loop;
    private final SinkThread thread;
    private final Duration flushTimeout;

    SinkResource(SinkLoop loop, SinkThread thread, SinkConfig config) {
        this.loop = loop;
        this.thread = thread;
        this.flushTimeout = config.flushTimeout();
    }

    /// The sink as it was a moment ago.
    @GET
    @Path("/status")
    public SinkView status() {
        return SinkView.of(loop.status(), thread.waitingFor());
    }

    /// Answers 200 when everything that was held at the call has landed, else 503 with the reason.
    @POST
    @Path("/flush")
    public Uni<Response> flush() {
        if (!thread.waitingFor().isEmpty()) {
            return Uni.createFrom().item(answer(new FlushOutcome.Incomplete(thread.waitingFor())));
        }
        return Uni.createFrom()
                .completionStage(loop.flush())
                .ifNoItem()
                .after(flushTimeout)
                .recoverWithItem(this::late)
                .map(SinkResource::answer);
    }

    private FlushOutcome late() {
        String trouble = loop.status().storeTrouble();
        return new FlushOutcome.Incomplete(
                "not landed within " + flushTimeout + (trouble.isEmpty() ? "" : ": " + trouble));
    }

    private static Response answer(FlushOutcome outcome) {
        return switch (outcome) {
            case FlushOutcome.Landed(long records) ->
                Response.ok(Map.of("landed", records)).build();
            case FlushOutcome.Incomplete(String reason) ->
                Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity(Map.of("reason", reason))
                        .build();
        };
    }
}
