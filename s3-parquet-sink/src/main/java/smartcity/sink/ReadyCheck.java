package smartcity.sink;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.SinkLoop;

/// Ready while Kafka and the bucket are reached. Topics that do not exist yet are named but do not matter.
@Readiness
class ReadyCheck implements HealthCheck {
    private final SinkLoop loop;
    private final SinkThread thread;

    ReadyCheck(SinkLoop loop, SinkThread thread) {
        this.loop = loop;
        this.thread = thread;
    }

    @Override
    public HealthCheckResponse call() {
        LoopStatus status = loop.status();
        String trouble = thread.waitingFor().isEmpty() ? status.storeTrouble() : thread.waitingFor();
        return HealthCheckResponse.named("sink")
                .status(thread.running() && status.kafkaReached() && trouble.isEmpty())
                .withData("kafka", status.kafkaReached() ? "reached" : "no broker is connected")
                .withData("bucket", trouble.isEmpty() ? "reached" : trouble)
                .withData("awaitedTopics", String.join(",", status.awaitedTopics()))
                .withData("paused", status.paused())
                .build();
    }
}
