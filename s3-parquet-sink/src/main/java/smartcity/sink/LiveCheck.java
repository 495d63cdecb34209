package smartcity.sink;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while every loop turns, whatever Kafka and the bucket do.
@Liveness
class LiveCheck implements HealthCheck {
    /// A turn blocks no longer than its questions to Kafka may take together [chosen, not measured].
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final Loops loops;
    private final SinkThreads threads;

    LiveCheck(Loops loops, SinkThreads threads) {
        this.loops = loops;
        this.threads = threads;
    }

    @Override
    public HealthCheckResponse call() {
        Instant turnedAt = loops.status().turnedAt();
        boolean turns =
                !threads.waitingFor().isEmpty() || turnedAt.plus(LONGEST_TURN).isAfter(Instant.now());
        return HealthCheckResponse.named("sink loops")
                .status(threads.running() && turns)
                .withData("turnedAt", turnedAt.toString())
                .build();
    }
}
