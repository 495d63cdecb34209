package smartcity.sink.operations;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.setup.SinkConfig;

/// Alive while every loop turns, whatever Kafka and the bucket do.
@Liveness
class LiveCheck implements HealthCheck {
    /// A turn blocks no longer than its questions to Kafka may take together, and a rebalance [chosen, not measured].
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final SinkLoops loops;
    private final SinkThreads threads;
    private final Duration longestTurn;

    LiveCheck(SinkLoops loops, SinkThreads threads, SinkConfig config) {
        this.loops = loops;
        this.threads = threads;
        this.longestTurn = LONGEST_TURN.plus(config.revokeTimeout());
    }

    @Override
    public HealthCheckResponse call() {
        Instant turnedAt = loops.status().turnedAt();
        boolean turn =
                !threads.waitingFor().isEmpty() || turnedAt.plus(longestTurn).isAfter(Instant.now());
        return HealthCheckResponse.named("sink loops")
                .status(threads.running() && turn)
                .withData("turnedAt", turnedAt.toString())
                .build();
    }
}
