package smartcity.emission.kafka.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.kafka.AsyncSender;
import smartcity.emission.loop.EmissionGate;
import smartcity.emission.loop.EmissionPace;
import smartcity.emission.loop.EventLoop;
import smartcity.emission.loop.EventOutlet;
import smartcity.emission.loop.ProgressCommitter;
import smartcity.emission.loop.StopSignal;
import smartcity.event.EventSource;
import smartcity.identity.SimulationIdentity;

/// Emits the events of the shards that this process owns, from one ownership to the next, until stopped or to
/// the end of the period. For one thread.
public final class ShardEmitter {
    private static final Logger LOG = Logger.getLogger(ShardEmitter.class);

    /// After Kafka has refused a commit, for the group to report the reason; chosen.
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// What all ownerships have in common.
    ///
    /// @param sources makes the sources whose events begin at a simulated instant
    /// @param shardTopic name of the topic of the shards
    /// @param commitInterval real time between two commits
    public record Plan(
            Function<Instant, List<EventSource>> sources,
            EmissionGate gate,
            EmissionPace pace,
            String shardTopic,
            SimulationIdentity simulation,
            Duration commitInterval) {}

    private final Plan plan;
    private final ShardOwnerships ownerships;
    private final AsyncSender sender;
    private final EventOutlet outlet;
    private final StopSignal stop;
    private OptionalLong readyNanos = OptionalLong.empty();
    private volatile @Nullable Instant committedUntil;

    /// @param outlet sends by the sender
    public ShardEmitter(
            Plan plan, ShardOwnerships ownerships, AsyncSender sender, EventOutlet outlet, StopSignal stop) {
        this.plan = plan;
        this.ownerships = ownerships;
        this.sender = sender;
        this.outlet = outlet;
        this.stop = stop;
    }

    /// Returns whether the period is over; otherwise it was stopped.
    public boolean run() throws InterruptedException {
        try {
            ShardOwnership ownership = null;
            while (!stop.isStopped()) {
                if (ownership == null || ownerships.isOver(ownership)) {
                    committedUntil = null;
                    ownership = ownerships.awaitNext(stop::isStopped).orElse(null);
                }
                if (ownership != null && emit(ownership) == EventLoop.End.OVER) {
                    return true;
                }
            }
            return false;
        } finally {
            committedUntil = null;
            ownerships.end();
        }
    }

    /// When the first sources were ready, by [System#nanoTime()]; empty before.
    public OptionalLong readyNanos() {
        return readyNanos;
    }

    /// The instant before which all events of the owned shards have been committed; empty while none is owned. May be
    /// called from any thread.
    public Optional<Instant> committedUntil() {
        return Optional.ofNullable(committedUntil);
    }

    private EventLoop.End emit(ShardOwnership ownership) throws InterruptedException {
        Instant from = ownership.from();
        committedUntil = from;
        // Sources may look back from their first instant at once, so their input must be complete before.
        while (!plan.gate.passes(from)) {
            stop.pause(PAUSE.toNanos() / 10);
            if (ownerships.isOver(ownership) || stop.isStopped()) {
                return EventLoop.End.REASSIGNED;
            }
        }
        EventLoop loop = new EventLoop(plan.sources.apply(from), ownership, plan.pace, plan.gate, outlet);
        if (readyNanos.isEmpty()) {
            readyNanos = OptionalLong.of(System.nanoTime());
        }
        EventLoop.End end = loop.run(stop, () -> ownerships.isOver(ownership), new Transactions(ownership));
        LOG.debugf("Emitted from=%s end=%s", from, end);
        if (end == EventLoop.End.REFUSED) {
            stop.pause(PAUSE.toNanos());
        }
        return end;
    }

    /// The commits of one ownership.
    private final class Transactions implements ProgressCommitter {
        private final ShardOwnership ownership;
        private final long interval = plan.commitInterval.toNanos();
        private long last = System.nanoTime();
        private Instant reached = Instant.MIN;
        private boolean requested;

        Transactions(ShardOwnership ownership) {
            this.ownership = ownership;
        }

        @Override
        public long nanosUntilDue() {
            return last + interval - System.nanoTime();
        }

        @Override
        public boolean commit(Instant emittedUntil) throws InterruptedException {
            last = System.nanoTime();
            if (!awaitCommitted()) {
                return false;
            }
            if (sender.isOpen() || emittedUntil.isAfter(reached)) {
                sender.commit(ownership.progress(plan.shardTopic, plan.simulation, emittedUntil), ownership.member());
                reached = emittedUntil;
                requested = true;
            }
            return true;
        }

        @Override
        public boolean awaitCommitted() throws InterruptedException {
            if (requested) {
                requested = false;
                if (!sender.awaitCommitted()) {
                    return false;
                }
                ownership.advanceTo(reached);
                committedUntil = reached;
            }
            return true;
        }
    }
}
