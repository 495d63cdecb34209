package smartcity.sink;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import smartcity.sink.loop.FlushOutcome;

/// How an operator looks into the sink, and makes it land what it holds.
@Path("/sink")
class SinkResource {
    private final Loops loops;
    private final SinkThreads threads;
    private final Duration flushTimeout;

    SinkResource(Loops loops, SinkThreads threads, SinkConfig config) {
        this.loops = loops;
        this.threads = threads;
        this.flushTimeout = config.flushTimeout();
    }

    /// The sink as it was a moment ago.
    @GET
    @Path("/status")
    public SinkView status() {
        return SinkView.of(loops.status(), threads.waitingFor());
    }

    /// Answers 200 when everything that was held at the call has landed, else 503 with the reason.
    @POST
    @Path("/flush")
    public Uni<Response> flush() {
        if (!threads.waitingFor().isEmpty()) {
            return Uni.createFrom().item(answer(new FlushOutcome.Incomplete(threads.waitingFor())));
        }
        return Uni.createFrom()
                .completionStage(loops.flush())
                .ifNoItem()
                .after(flushTimeout)
                .recoverWithItem(this::late)
                .map(SinkResource::answer);
    }

    private FlushOutcome late() {
        String trouble = loops.status().storeTrouble();
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
