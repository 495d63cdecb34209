package smartcity.sink.operations;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;

/// The sink is ready while Kafka and the bucket are reached, no partition is stalled, none is blocked (unless
/// `sink.ready-while-blocked` is set), and its status is not older than 30 s. Topics that do not exist yet and a
/// requested pause are named but leave it ready.
@Readiness
class ReadyCheck implements HealthCheck {
    /// Reasons named in the answer; the status has all [chosen, not measured].
    private static final int NAMED = 10;

    /// What the loops report is of no use when it is older; one request to Kafka may block a loop for 5 s, and a
    /// rebalance for longer [chosen, not measured].
    private static final Duration OLDEST = Duration.ofSeconds(30);

    private final SinkLoops loops;
    private final SinkThreads threads;
    private final StallDetector stalls;
    private final boolean readyWhileBlocked;
    private final SteadyClock clock;

    ReadyCheck(SinkLoops loops, SinkThreads threads, OperationsConfig config, SteadyClock clock) {
        this.loops = loops;
        this.threads = threads;
        this.stalls = new StallDetector(config.stalledAfter());
        this.clock = clock;
        this.readyWhileBlocked = config.readyWhileBlocked();
    }

    @Override
    public HealthCheckResponse call() {
        LoopStatus status = loops.status();
        Optional<String> bucketFailure = threads.bucketFailure(status);
        Optional<String> stalled = stalls.firstStall(loops.each(), clock.instant());
        Duration age = clock.since(status.turnedAt());
        boolean old = threads.waitingFor().isEmpty() && age.compareTo(OLDEST) > 0;
        List<String> blocked = status.lanes().stream()
                .flatMap(lane -> Optional.ofNullable(lane.blocked()).stream())
                .distinct()
                .sorted()
                .toList();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("sink")
                .status(threads.running()
                        && !old
                        && status.kafkaReached()
                        && bucketFailure.isEmpty()
                        && stalled.isEmpty()
                        && (blocked.isEmpty() || readyWhileBlocked))
                .withData("kafka", status.kafkaReached() ? "reached" : "no broker is connected")
                .withData("bucket", bucketFailure.orElse("reached"))
                .withData("awaitedTopics", String.join(",", status.awaitedTopics()));
        if (!blocked.isEmpty()) {
            answer.withData("blocked", text(blocked));
        }
        if (old) {
            answer.withData("statusAge", age.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        stalled.ifPresent(partition -> answer.withData("stalled", partition));
        Optional.ofNullable(status.paused()).ifPresent(reason -> answer.withData("paused", reason));
        return answer.build();
    }

    private static String text(List<String> reasons) {
        String named = reasons.stream().limit(NAMED).collect(joining("; "));
        return reasons.size() <= NAMED ? named : named + "; and " + (reasons.size() - NAMED) + " more";
    }
}
