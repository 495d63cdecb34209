package smartcity.sink.operations;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;
import smartcity.sink.setup.SinkConfig;

/// The process is alive while every loop completes its turns, in whatever state Kafka and the bucket are.
@Liveness
class LiveCheck implements HealthCheck {
    /// One turn blocks at most for all its requests to Kafka together, and for a rebalance [chosen, not measured].
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final SinkLoops loops;
    private final SinkThreads threads;
    private final Duration longestTurn;
    private final SteadyClock clock;

    LiveCheck(SinkLoops loops, SinkThreads threads, SinkConfig config, SteadyClock clock) {
        this.loops = loops;
        this.threads = threads;
        this.clock = clock;
        this.longestTurn = LONGEST_TURN.plus(config.revokeTimeout());
    }

    @Override
    public HealthCheckResponse call() {
        Instant turnedAt = loops.status().turnedAt();
        boolean turning =
                threads.waitingFor().isPresent() || clock.since(turnedAt).compareTo(longestTurn) < 0;
        return HealthCheckResponse.named("sink loops")
                .status(threads.running() && turning)
                .withData("turnedAt", clock.onWall(turnedAt).toString())
                .build();
    }
}
