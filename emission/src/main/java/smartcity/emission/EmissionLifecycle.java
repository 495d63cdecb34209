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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.kafka.AsyncSender;
import smartcity.emission.kafka.SentCounts;
import smartcity.emission.kafka.TransactionalSender;
import smartcity.emission.kafka.shard.ShardEmitter;
import smartcity.emission.loop.EmissionGate;
import smartcity.emission.loop.EmissionPace;
import smartcity.emission.loop.StopLatch;
import smartcity.event.CityTopic;
import smartcity.event.EventSource;
import smartcity.identity.SimulationIdentity;

/// Emits a simulator's events from the moment Kafka is reached until shutdown, or to the end of a backfill, which ends
/// the process with exit code 0.
///
/// Guarantee: a reader of committed records gets each event of a shard once, whichever replica emits it, and
/// whatever happens to replicas; what [#emitted(CityTopic)] counts has been committed. On shutdown, what
/// has been sent is committed, if that takes ten seconds at most. An event that Kafka refuses permanently ends the
/// process with exit code 1, and nothing of it is lost: the shard's next owner continues before it.
@ApplicationScoped
public class EmissionLifecycle {
    private static final Logger LOG = Logger.getLogger(EmissionLifecycle.class);

    /// For the last commit on shutdown, and then for giving it up; chosen: together a third of the termination
    /// grace that Kubernetes gives by default.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final EmissionPace pace;
    private final SimulationIdentity simulation;
    private final CityPublisher publisher;
    private final GroupMembership membership;
    private final CityCommands commands;
    private final StopLatch stopping = new StopLatch();
    private volatile Set<CityTopic> topics = Set.of();
    private volatile @Nullable TransactionalSender sender;
    private volatile @Nullable ShardEmitter emitter;
    private volatile @Nullable Thread thread;
    private volatile boolean complete;

    EmissionLifecycle(
            EmissionPace pace,
            SimulationIdentity simulation,
            CityPublisher publisher,
            GroupMembership membership,
            CityCommands commands) {
        this.pace = pace;
        this.simulation = simulation;
        this.publisher = publisher;
        this.membership = membership;
        this.commands = commands;
    }

    /// Starts to emit, on a thread of its own; to be called once, at start-up.
    ///
    /// @param topics all the sources have events of
    /// @param sources makes the sources whose events begin at a simulated instant; called again whenever
    ///     shards move, perhaps with an earlier instant
    /// @param gate opens when the input of the sources is complete
    public void begin(Set<CityTopic> topics, Function<Instant, List<EventSource>> sources, EmissionGate gate) {
        this.topics = Set.copyOf(topics);
        ShardEmitter.Plan plan =
                new ShardEmitter.Plan(sources, gate, pace, membership.topic(), simulation, membership.commitInterval());
        thread = Thread.ofPlatform().name("emission").start(() -> emit(plan));
    }

    /// The topics this simulator emits; none before it begins.
    public Set<CityTopic> topics() {
        return topics;
    }

    /// Events of a topic that this process has committed; zero for topics of other simulators.
    public long emitted(CityTopic topic) {
        return counts().map(sent -> sent.records(publisher.nameOf(topic))).orElse(0L);
    }

    /// What this process has committed; empty before Kafka is reached.
    Optional<SentCounts> counts() {
        return Optional.ofNullable(sender).map(TransactionalSender::counts);
    }

    /// Real time for which events have been due that are not committed; zero in a backfill, and while this
    /// process owns no shard.
    public Duration behind() {
        return Optional.ofNullable(emitter)
                .flatMap(ShardEmitter::committedUntil)
                .map(pace::behind)
                .orElse(Duration.ZERO);
    }

    /// Shards that this process owns.
    public int shards() {
        return membership.owned();
    }

    /// Whether Kafka was reached and events are emitted.
    public boolean emitting() {
        return sender != null && !complete && !stopping.isStopped();
    }

    private void emit(ShardEmitter.Plan plan) {
        try {
            if (!publisher.create(topics, membership.topics(), stopping)
                    || !commands.awaitEarlier(stopping::isStopped)) {
                return;
            }
            int shards = publisher.partitionsOf(plan.shardTopic());
            TransactionalSender created = publisher.sender(topics, membership.name());
            sender = created;
            try (AsyncSender async = new AsyncSender(created)) {
                created.begin();
                emit(plan, shards, async);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            abort(e);
        }
    }

    private void emit(ShardEmitter.Plan plan, int shards, AsyncSender async) throws InterruptedException {
        ShardEmitter created = new ShardEmitter(
                plan,
                membership.ownerships(shards, simulation, this::startOf),
                async,
                publisher.outlet(async),
                stopping);
        long begun = System.nanoTime();
        LOG.infof("Emitting topics=%s simulation=%s shards=%d", topics, simulation.text(), shards);
        emitter = created;
        if (created.run()) {
            complete(begun, created.readyNanos().orElse(begun));
        }
    }

    /// Where a shard starts, given its progress if it has any.
    private Instant startOf(Optional<Instant> emittedUntil) {
        return emittedUntil.map(pace::resumeFrom).orElseGet(pace::from);
    }

    /// @param begun when the emission began [ns]
    /// @param ready when the sources were ready, which takes seconds for a large fleet [ns]
    private void complete(long begun, long ready) {
        double seconds = (System.nanoTime() - ready) / 1e9;
        long records = topics.stream().mapToLong(this::emitted).sum();
        LOG.infof(
                "Backfilled topics=%s records=%d from=%s until=%s preparing=%.1f seconds=%.1f perSecond=%.0f",
                topics, records, pace.from(), pace.now(), (ready - begun) / 1e9, seconds, records / seconds);
        complete = true;
        Quarkus.asyncExit(0);
    }

    private void abort(Throwable failure) {
        LOG.error("Failed to emit, stopping", failure);
        stopping.stop();
        Quarkus.asyncExit(1);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end();
    }

    /// Ends the emission and waits for the last commit; may be called more than once.
    public void end() throws InterruptedException {
        stopping.stop();
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
