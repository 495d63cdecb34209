package smartcity.sink.operations;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.SinkLoops;

/// The sink is ready while Kafka and the bucket are reached and no partition is stalled. Topics that do not exist yet
/// and a requested pause are named but leave it ready.
@Readiness
class ReadyCheck implements HealthCheck {
    private final SinkLoops loops;
    private final SinkThreads threads;
    private final StallDetector stalls;
    private final boolean readyWhileBlocked;

    ReadyCheck(SinkLoops loops, SinkThreads threads, OperationsConfig config) {
        this.loops = loops;
        this.threads = threads;
        this.stalls = new StallDetector(config.stalledAfter());
        this.readyWhileBlocked = config.readyWhileBlocked();
    }

    @Override
    public HealthCheckResponse call() {
        LoopStatus status = loops.status();
        Optional<String> bucketTrouble = threads.bucketTrouble(status);
        Optional<String> stalled = stalls.firstStall(loops.each(), Instant.now());
        Optional<String> blocked = status.lanes().stream()
                .flatMap(lane -> Optional.ofNullable(lane.blocked()).stream())
                .findFirst();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sink")
                .status(threads.running()
                        && status.kafkaReached()
                        && bucketTrouble.isEmpty()
                        && stalled.isEmpty()
                        && (blocked.isEmpty() || readyWhileBlocked))
                .withData("kafka", status.kafkaReached() ? "reached" : "no broker is connected")
                .withData("bucket", bucketTrouble.orElse("reached"))
                .withData("awaitedTopics", String.join(",", status.awaitedTopics()));
        blocked.ifPresent(reason -> answer.withData("blocked", reason));
        stalled.ifPresent(partition -> answer.withData("stalled", partition));
        Optional.ofNullable(status.paused()).ifPresent(reason -> answer.withData("paused", reason));
        return answer.build();
    }
}
