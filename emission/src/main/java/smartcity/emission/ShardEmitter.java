package smartcity.emission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import smartcity.emission.shard.ShardOwnership;
import smartcity.emission.shard.ShardOwnerships;
import smartcity.event.EventSource;

/// Tells the shards that this process owns, from tenure to tenure, until stopped or to the end of the period.
final class ShardEmitter {
    private static final Logger LOG = Logger.getLogger(ShardEmitter.class);

    /// After Kafka has refused a commit, for the group to say why; chosen.
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// What does not change from tenure to tenure.
    ///
    /// @param city gives the sources whose events begin at the simulated instant it is handed
    /// @param shardTopic name of the topic of the shards
    /// @param cityName as in [smartcity.emission.shard.ShardProgress]
    /// @param commitInterval real time between two commits
    record Plan(
            Function<Instant, List<EventSource>> city,
            EmissionGate gate,
            EmissionPace pace,
            String shardTopic,
            String cityName,
            Duration commitInterval) {}

    private final Plan plan;
    private final ShardOwnerships tenures;
    private final AsyncSender conveyor;
    private final EventLoop.Outlet outlet;
    private final CountDownLatch stopped;
    private long since;

    /// @param outlet sends to the conveyor
    /// @param stopped ends it
    ShardEmitter(
            Plan plan, ShardOwnerships tenures, AsyncSender conveyor, EventLoop.Outlet outlet, CountDownLatch stopped) {
        this.plan = plan;
        this.tenures = tenures;
        this.conveyor = conveyor;
        this.outlet = outlet;
        this.stopped = stopped;
    }

    /// Returns whether the period is over; otherwise it was stopped.
    boolean run() throws InterruptedException {
        try {
            ShardOwnership tenure = null;
            while (stopped.getCount() > 0) {
                if (tenure == null || tenures.isOver(tenure)) {
                    tenure = tenures.awaitNext(() -> stopped.getCount() == 0).orElse(null);
                }
                if (tenure != null && tell(tenure) == EventLoop.End.OVER) {
                    return true;
                }
            }
            return false;
        } finally {
            tenures.end();
        }
    }

    /// When the first sources were ready to be told, by [System#nanoTime()]; 0 before.
    long since() {
        return since;
    }

    private EventLoop.End tell(ShardOwnership tenure) throws InterruptedException {
        Instant from = tenure.from();
        // Sources may look back from their first instant at once, so what they read must be complete before.
        while (!plan.gate.passes(from)) {
            if (tenures.isOver(tenure) || stopped.await(PAUSE.toMillis() / 10, TimeUnit.MILLISECONDS)) {
                return EventLoop.End.MOVED;
            }
        }
        EventLoop loop = new EventLoop(plan.city.apply(from), tenure, plan.pace, plan.gate, outlet);
        since = since == 0 ? System.nanoTime() : since;
        EventLoop.End end = loop.run(stopped, () -> tenures.isOver(tenure), new Transactions(tenure));
        LOG.debugf("Told from=%s end=%s", from, end);
        if (end == EventLoop.End.REFUSED) {
            boolean _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return end;
    }

    /// The commits of one tenure.
    private final class Transactions implements ProgressCommitter {
        private final ShardOwnership tenure;
        private final long interval = plan.commitInterval.toNanos();
        private long last = System.nanoTime();
        private Instant reached = Instant.MIN;
        private boolean asked;

        Transactions(ShardOwnership tenure) {
            this.tenure = tenure;
        }

        @Override
        public long nanosUntilDue() {
            return last + interval - System.nanoTime();
        }

        @Override
        public boolean reached(Instant toldUntil) throws InterruptedException {
            last = System.nanoTime();
            if (!settled()) {
                return false;
            }
            if (conveyor.isOpen() || toldUntil.isAfter(reached)) {
                conveyor.commit(tenure.progress(plan.shardTopic, plan.cityName, toldUntil), tenure.member());
                reached = toldUntil;
                asked = true;
            }
            return true;
        }

        @Override
        public boolean settled() throws InterruptedException {
            if (asked) {
                asked = false;
                if (!conveyor.settled()) {
                    return false;
                }
                tenure.told(reached);
            }
            return true;
        }
    }
}
