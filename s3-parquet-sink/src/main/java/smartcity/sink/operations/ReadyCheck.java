package smartcity.sink.operations;

import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.SinkLoops;

/// Ready while Kafka and the bucket are reached and no partition is wedged. Topics that do not exist yet are named but
/// do not matter, nor does a pause that was asked for.
@Readiness
class ReadyCheck implements HealthCheck {
    private final SinkLoops loops;
    private final SinkThreads threads;
    private final StallDetector wedge;

    ReadyCheck(SinkLoops loops, SinkThreads threads, HealthConfig config) {
        this.loops = loops;
        this.threads = threads;
        this.wedge = new StallDetector(config.wedgedAfter());
    }

    @Override
    public HealthCheckResponse call() {
        LoopStatus status = loops.status();
        String trouble = threads.waitingFor().isEmpty() ? status.storeTrouble() : threads.waitingFor();
        String wedged = wedge.in(loops.each(), Instant.now()).orElse("");
        return HealthCheckResponse.named("sink")
                .status(threads.running() && status.kafkaReached() && trouble.isEmpty() && wedged.isEmpty())
                .withData("kafka", status.kafkaReached() ? "reached" : "no broker is connected")
                .withData("bucket", trouble.isEmpty() ? "reached" : trouble)
                .withData("wedged", wedged)
                .withData("awaitedTopics", String.join(",", status.awaitedTopics()))
                .withData("paused", status.paused())
                .build();
    }
}
