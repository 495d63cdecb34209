package smartcity.sink.operations;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.sink.loop.FlushOutcome;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.setup.SinkConfig;

/// How an operator looks into the sink, makes it land what it holds, and holds its reading.
@Path("/sink")
class SinkResource {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    private final SinkLoops loops;
    private final SinkThreads threads;
    private final StatusReport report;
    private final Duration flushTimeout;

    SinkResource(SinkLoops loops, SinkThreads threads, StatusReport report, SinkConfig config) {
        this.loops = loops;
        this.threads = threads;
        this.report = report;
        this.flushTimeout = config.flushTimeout();
    }

    /// The sink as it was a moment ago.
    @GET
    @Path("/status")
    public SinkView status() {
        return report.view();
    }

    /// Stops reading; what is held lands when it is due, the group is not left, and a restart reads on.
    @POST
    @Path("/pause")
    public Map<String, Boolean> pause() {
        LOG.info("Asked to pause reading");
        loops.pause();
        return Map.of("paused", true);
    }

    /// Reads on.
    @POST
    @Path("/resume")
    public Map<String, Boolean> resume() {
        LOG.info("Asked to resume reading");
        loops.resume();
        return Map.of("paused", false);
    }

    /// Answers 200 when everything that was held at the call has landed, 503 with the reason when it has not in time,
    /// and 400 to a `timeout` that is no duration.
    @POST
    @Path("/flush")
    public Uni<Response> flush(@QueryParam("timeout") @Nullable String timeout) {
        Optional<Duration> patience = timeout == null ? Optional.of(flushTimeout) : duration(timeout);
        if (patience.isEmpty()) {
            return Uni.createFrom()
                    .item(answer(
                            Response.Status.BAD_REQUEST,
                            "timeout must be a positive duration like PT30S but was " + timeout));
        }
        Optional<String> waiting = threads.waitingFor();
        if (waiting.isPresent()) {
            return Uni.createFrom().item(answer(new FlushOutcome.Incomplete(waiting.get())));
        }
        return Uni.createFrom()
                .completionStage(loops.flush())
                .ifNoItem()
                .after(patience.get())
                .recoverWithItem(() -> late(patience.get()))
                .map(SinkResource::answer);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private FlushOutcome late(Duration patience) {
        String trouble = loops.status().storeTrouble();
        return new FlushOutcome.Incomplete("not landed within " + patience + (trouble == null ? "" : ": " + trouble));
    }

    private static Response answer(FlushOutcome outcome) {
        return switch (outcome) {
            case FlushOutcome.Landed(long records) ->
                Response.ok(Map.of("landed", records)).build();
            case FlushOutcome.Incomplete(String reason) -> answer(Response.Status.SERVICE_UNAVAILABLE, reason);
        };
    }

    private static Response answer(Response.Status status, String reason) {
        return Response.status(status).entity(Map.of("reason", reason)).build();
    }
}
