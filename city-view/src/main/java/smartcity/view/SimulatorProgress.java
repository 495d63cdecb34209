package smartcity.view;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jboss.logging.Logger;
import smartcity.identity.ShardProgress;
import smartcity.time.SimulatedTime;

/// How far each simulator has come, by what its shards have committed: reports do not show it, as a device may report
/// once an hour, and a shard that stands still has no new ones.
@ApplicationScoped
class SimulatorProgress {
    private static final Logger LOG = Logger.getLogger("smartcity.view");

    /// The simulators; their consumer groups have the same names.
    static final List<String> SIMULATORS = List.of("vehicle-simulator", "weather-simulator", "incident-simulator");

    /// For an answer [s]; chosen.
    private static final int TIMEOUT_SECONDS = 2;

    private final Admin admin;
    private final SimulatedTime time;
    private final Clock clock;
    private final RepeatedTask task = new RepeatedTask("simulator-progress", this::ask);
    private final Map<String, Instant> slowest = new ConcurrentHashMap<>();
    private final SimulatorSilence silence = new SimulatorSilence();

    SimulatorProgress(Admin admin, SimulatedTime time, Clock clock) {
        this.admin = admin;
        this.time = time;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        task.begin();
    }

    void end(@Observes ShutdownEvent event) {
        task.close();
    }

    /// Of a simulator that Kafka does not answer for, what was known before stays.
    private void ask() {
        if (time.factor() == 0) {
            silence.restart(clock.instant());
        }
        for (String service : SIMULATORS) {
            try {
                slowestShard(admin.listConsumerGroupOffsets(service)
                                .partitionsToOffsetAndMetadata()
                                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                                .values())
                        .ifPresent(until -> receive(service, until));
            } catch (ExecutionException | TimeoutException e) {
                LOG.debugf(e, "Failed to read the progress of service=%s", service);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void receive(String service, Instant until) {
        slowest.put(service, until);
        silence.observe(service, until, clock.instant());
    }

    /// For how long each simulator has emitted nothing, or nobody knows that it has, in real time; without those that
    /// have committed no progress yet.
    Map<String, Duration> silence() {
        return silence.at(clock.instant());
    }

    /// The instant before which every shard has emitted all it has; empty when none has committed progress.
    static Optional<Instant> slowestShard(Collection<OffsetAndMetadata> commits) {
        return commits.stream()
                .flatMap(commit -> ShardProgress.parse(commit.metadata()).stream())
                .map(ShardProgress::emittedUntil)
                .min(Instant::compareTo);
    }

    /// How far the slowest shard of all simulators is behind simulated time [ms]; 0 before one has committed progress.
    long behindMillis(long nowMillis) {
        return slowest.values().stream()
                .mapToLong(until -> Math.max(0, nowMillis - until.toEpochMilli()))
                .max()
                .orElse(0);
    }
}
