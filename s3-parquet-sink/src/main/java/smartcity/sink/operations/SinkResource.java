package smartcity.sink.operations;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.http.ProblemDocument;
import smartcity.http.RequestRefusedException;
import smartcity.sink.loop.FlushOutcome;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.setup.SinkConfig;

/// Shows an operator the sink's state, flushes it, and pauses and resumes its reading.
@Path("/sink")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sink", description = "The state of this process, and requests that it follows at once")
class SinkResource {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    /// Shortest time that a timer of Vert.x can wait.
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

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
    @Operation(summary = "Shows what this process reads, holds and has landed")
    public SinkView status() {
        return report.view();
    }

    /// Stops reading. What is held lands when it is due; the process stays in the group; after a restart it reads.
    @POST
    @Path("/pause")
    @Operation(summary = "Pauses reading; what is held lands when it is due")
    public ReadingState pause() {
        LOG.info("Pausing reading on request");
        loops.pause();
        return new ReadingState(true);
    }

    /// Continues reading.
    @POST
    @Path("/resume")
    @Operation(summary = "Resumes reading")
    public ReadingState resume() {
        LOG.info("Resuming reading on request");
        loops.resume();
        return new ReadingState(false);
    }

    /// Answers 200 when everything that was held at the call has landed, 503 with the reason when it has not in time,
    /// and 400 to a `timeout` that is not a positive duration.
    @POST
    @Path("/flush")
    @Operation(summary = "Lands everything that is held, and waits until it has landed")
    @APIResponse(
            responseCode = "200",
            description = "Everything that was held at the call has landed",
            content = @Content(schema = @Schema(implementation = FlushReport.class)))
    @APIResponse(
            responseCode = "503",
            description = "It has not landed in time; the sink keeps trying",
            content = @Content(mediaType = ProblemDocument.MEDIA_TYPE, schema = @Schema(ref = "ProblemDocument")))
    public Uni<FlushReport> flush(
            @QueryParam("timeout")
                    @Parameter(
                            description = "Longest wait; the setting sink.flush-timeout unless given",
                            schema = @Schema(type = SchemaType.STRING, format = "duration"))
                    @Nullable
                    String timeout) {
        Duration limit = timeout == null ? flushTimeout : duration(timeout);
        Optional<String> waiting = threads.waitingFor();
        if (waiting.isPresent()) {
            throw ProblemDocument.of(503, waiting.get()).asException();
        }
        return Uni.createFrom()
                .completionStage(loops.flush())
                .ifNoItem()
                .after(limit)
                .recoverWithItem(() -> late(limit))
                .map(SinkResource::landed);
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : duration;
            }
        } catch (DateTimeParseException e) {
            // refused below, as a negative duration is
        }
        throw new RequestRefusedException("timeout", "must be a positive duration like PT30S", text);
    }

    private FlushOutcome late(Duration limit) {
        String why = loops.status().bucketFailure();
        return new FlushOutcome.Incomplete("not landed within " + limit + (why == null ? "" : ": " + why));
    }

    private static FlushReport landed(FlushOutcome outcome) {
        return switch (outcome) {
            case FlushOutcome.Landed(long records) -> new FlushReport(records);
            case FlushOutcome.Incomplete(String reason) ->
                throw ProblemDocument.of(503, reason).asException();
        };
    }

    /// Whether reading is paused.
    @Schema(description = "Whether reading is paused")
    record ReadingState(boolean paused) {}

    /// What a flush landed.
    @Schema(description = "Records that landed with this flush")
    record FlushReport(long landed) {}
}
