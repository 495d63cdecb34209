package smartcity.emission;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.shard.GroupMembership;
import smartcity.event.CityTopic;
import smartcity.event.EventSource;

/// Lets a simulator's events out from the moment Kafka is reached until shutdown, or the end of a backfill, which ends
/// the process with exit code 0.
///
/// Guarantee: who reads committed records sees each event of a shard once, whichever replica tells it, and
/// whatever happens to replicas; what [SimulatorStatus] counts as emitted has been committed. On shutdown, what
/// has been sent is committed, if that takes ten seconds at most. An event that Kafka refuses for good ends the
/// process with exit code 1, and nothing of it is lost: who owns the shard next goes on before it.
@ApplicationScoped
public class EmissionLifecycle {
    private static final Logger LOG = Logger.getLogger(EmissionLifecycle.class);

    /// For the last commit on shutdown, and then for giving it up; chosen: together a third of the termination
    /// grace that Kubernetes gives by default.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final EmissionPace pace;
    private final SimulationConfig simulation;
    private final CityPublisher publisher;
    private final GroupMembership membership;
    private final CityCommands orders;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Set<CityTopic> topics = Set.of();
    private volatile @Nullable TransactionalSender outbox;
    private volatile @Nullable Thread thread;
    private volatile boolean complete;

    EmissionLifecycle(
            EmissionPace pace,
            SimulationConfig simulation,
            CityPublisher publisher,
            GroupMembership membership,
            CityCommands orders) {
        this.pace = pace;
        this.simulation = simulation;
        this.publisher = publisher;
        this.membership = membership;
        this.orders = orders;
    }

    /// Starts to emit, on a thread of its own; to be called once, at start-up.
    ///
    /// @param topics all the sources have events of
    /// @param city gives the sources whose events begin at the simulated instant it is handed; asked again
    ///     whenever shards move, perhaps with an earlier instant
    /// @param gate lets the sources go on when what they read is complete
    public void begin(Set<CityTopic> topics, Function<Instant, List<EventSource>> city, EmissionGate gate) {
        this.topics = Set.copyOf(topics);
        ShardEmitter.Plan plan = new ShardEmitter.Plan(
                city, gate, pace, membership.topic(), SimulationName.of(simulation), membership.commitInterval());
        thread = Thread.ofPlatform().name("emission").start(() -> emit(plan));
    }

    /// The topics this simulator emits; none before it begins.
    public Set<CityTopic> topics() {
        return topics;
    }

    /// Events of a topic that this process has committed; zero for topics of other simulators.
    public long emitted(CityTopic topic) {
        TransactionalSender out = outbox;
        return out == null ? 0 : out.acknowledged(topic);
    }

    /// Shards that this process owns.
    public int shards() {
        return membership.owned();
    }

    /// Whether Kafka was reached and events go out.
    public boolean emitting() {
        return outbox != null && !complete && stopping.getCount() > 0;
    }

    private void emit(ShardEmitter.Plan plan) {
        try {
            if (!publisher.create(topics, membership.topics(), stopping) || !orders.awaitKnown(stopping)) {
                return;
            }
            int shards = publisher.partitionsOf(plan.shardTopic());
            TransactionalSender out = publisher.outbox(topics, membership.name());
            outbox = out;
            try (AsyncSender conveyor = new AsyncSender(out)) {
                out.begin();
                tell(plan, shards, conveyor);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            abort(e);
        }
    }

    private void tell(ShardEmitter.Plan plan, int shards, AsyncSender conveyor) throws InterruptedException {
        ShardEmitter telling = new ShardEmitter(
                plan,
                membership.tenures(shards, plan.cityName(), this::start),
                conveyor,
                publisher.outlet(conveyor),
                stopping);
        long since = System.nanoTime();
        LOG.infof("Emitting topics=%s city=%s shards=%d", topics, plan.cityName(), shards);
        if (telling.run()) {
            complete(since, telling.since());
        }
    }

    /// Where a shard goes on that was told until an instant, or never.
    private Instant start(Optional<Instant> toldUntil) {
        return toldUntil.map(pace::resumed).orElseGet(pace::from);
    }

    /// @param since when the emission began [ns]
    /// @param told when the sources were ready, which takes seconds for a large fleet [ns]
    private void complete(long since, long told) {
        double seconds = (System.nanoTime() - told) / 1e9;
        long records = topics.stream().mapToLong(this::emitted).sum();
        LOG.infof(
                "Backfilled topics=%s records=%d from=%s until=%s preparing=%.1f seconds=%.1f perSecond=%.0f",
                topics, records, pace.from(), pace.now(), (told - since) / 1e9, seconds, records / seconds);
        complete = true;
        Quarkus.asyncExit(0);
    }

    private void abort(Throwable failure) {
        LOG.error("Failed to emit, stopping", failure);
        stopping.countDown();
        Quarkus.asyncExit(1);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end();
    }

    /// Ends the emission for good and waits for the last commit; may be called more than once.
    public void end() throws InterruptedException {
        stopping.countDown();
        Thread emission = thread;
        if (emission == null) {
            return;
        }
        boolean committed = emission.join(GRACE);
        if (!committed) {
            emission.interrupt();
            boolean _ = emission.join(GRACE);
        }
        Map<CityTopic, Long> counts = topics.stream().collect(Collectors.toMap(topic -> topic, this::emitted));
        if (committed) {
            LOG.infof("Stopped emitted=%s", counts);
        } else {
            LOG.warnf("Stopped before Kafka committed all emitted=%s", counts);
        }
    }
}
