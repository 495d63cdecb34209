package smartcity.sink;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import smartcity.sink.loop.LoopStatus;

/// Ready while Kafka and the bucket are reached. Topics that do not exist yet are named but do not matter.
@Readiness
class ReadyCheck implements HealthCheck {
    private final Loops loops;
    private final SinkThreads threads;

    ReadyCheck(Loops loops, SinkThreads threads) {
        this.loops = loops;
        this.threads = threads;
    }

    @Override
    public HealthCheckResponse call() {
        LoopStatus status = loops.status();
        String trouble = threads.waitingFor().isEmpty() ? status.storeTrouble() : threads.waitingFor();
        return HealthCheckResponse.named("sink")
                .status(threads.running() && status.kafkaReached() && trouble.isEmpty())
                .withData("kafka", status.kafkaReached() ? "reached" : "no broker is connected")
                .withData("bucket", trouble.isEmpty() ? "reached" : trouble)
                .withData("awaitedTopics", String.join(",", status.awaitedTopics()))
                .withData("paused", status.paused())
                .build();
    }
}
