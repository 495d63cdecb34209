package smartcity.sink;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import smartcity.sink.loop.SinkLoop;

/// Alive while the loop turns, whatever Kafka and the bucket do.
@Liveness
class LiveCheck implements HealthCheck {
    /// A turn blocks no longer than its questions to Kafka may take together [chosen, not measured].
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    private final SinkLoop loop;
    private final SinkThread thread;

    LiveCheck(SinkLoop loop, SinkThread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    @Override
    public HealthCheckResponse call() {
        Instant turnedAt = loop.status().turnedAt();
        boolean turns =
                !thread.waitingFor().isEmpty() || turnedAt.plus(LONGEST_TURN).isAfter(Instant.now());
        return HealthCheckResponse.named("sink loop")
                .status(thread.running() && turns)
                .withData("turnedAt", turnedAt.toString())
                .build();
    }
}
