package smartcity.sink.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.MemoryBudget;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.loop.SteadyClock;

/// Shows the status that the loops publish as gauges. `docs/sink.md` lists their names.
@Singleton
public class StateMeters {
    /// How often the gauges of partitions follow what is assigned [chosen, not measured].
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final MeterRegistry registry;
    private final SinkLoops loops;
    private final MemoryBudget memory;
    private final SteadyClock clock;
    private final StallDetector stalls;
    private final MultiGauge lag;
    private final MultiGauge held;
    private final MultiGauge pending;
    private final MultiGauge windows;
    private final MultiGauge blocked;
    private final MultiGauge freshness;

    StateMeters(
            MeterRegistry registry, SinkLoops loops, MemoryBudget memory, OperationsConfig config, SteadyClock clock) {
        this.registry = registry;
        this.loops = loops;
        this.memory = memory;
        this.clock = clock;
        this.stalls = new StallDetector(config.stalledAfter());
        this.lag = rows("sink.lag.offsets");
        this.held = rows("sink.held.records");
        this.pending = rows("sink.pending.cut.seconds");
        this.windows = rows("sink.open.windows");
        this.blocked = rows("sink.blocked");
        this.freshness = rows("sink.freshness.seconds");
    }

    private MultiGauge rows(String name) {
        return MultiGauge.builder(name).register(registry);
    }

    /// Registers the gauges, and keeps those of partitions up to date.
    public void start(Vertx vertx) {
        gauge("sink.memory.held.bytes", one -> one.memory.heldBytes());
        gauge("sink.memory.max.bytes", one -> one.memory.maxBytes());
        gauge("sink.paused", one -> one.loops.status().paused() == null ? 0 : 1);
        gauge(
                "sink.stalled",
                one -> one.stalls
                                .firstStall(one.loops.each(), one.clock.instant())
                                .isPresent()
                        ? 1
                        : 0);
        gauge("sink.bucket.reached", one -> one.loops.status().bucketFailure() == null ? 1 : 0);
        gauge("sink.topics.refused", one -> one.loops.status().refusedTopics().size());
        gauge("sink.kafka.reached", one -> one.loops.status().kafkaReached() ? 1 : 0);
        for (int number = 0; number < loops.all().size(); number++) {
            int thread = number;
            Gauge.builder(
                            "sink.turn.age.seconds",
                            this,
                            one -> one.passedSince(one.loops.each().get(thread).turnedAt()))
                    .tag("thread", Integer.toString(thread))
                    .register(registry);
        }
        vertx.setPeriodic(EVERY.toMillis(), _ -> refresh());
    }

    private void gauge(String name, ToDoubleFunction<StateMeters> value) {
        Gauge.builder(name, this, value).register(registry);
    }

    private void refresh() {
        LoopStatus status = loops.status();
        lag.register(rows(status, StateMeters::lag), true);
        held.register(rows(status, LaneStatus::heldRecords), true);
        windows.register(rows(status, LaneStatus::files), true);
        blocked.register(rows(status, lane -> lane.blocked() == null ? 0 : 1), true);
        freshness.register(freshness(status), true);
        pending.register(
                rows(status, lane -> lane.pendingSince() == null ? 0 : passedSince(lane.pendingSince())), true);
    }

    /// A partition that moves between loops of this process can be in the status of both for a moment.
    private static List<MultiGauge.Row<?>> rows(LoopStatus status, ToDoubleFunction<LaneStatus> value) {
        Map<Tags, MultiGauge.Row<?>> rows = new HashMap<>();
        status.lanes().forEach(lane -> rows.put(tags(lane), MultiGauge.Row.of(tags(lane), value.applyAsDouble(lane))));
        return List.copyOf(rows.values());
    }

    private static List<MultiGauge.Row<?>> freshness(LoopStatus status) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        status.totals().forEach((topic, totals) -> {
            Instant newest = totals.newestEvent();
            if (newest != null) {
                rows.add(MultiGauge.Row.of(Tags.of("topic", topic), age(newest)));
            }
        });
        return rows;
    }

    private static double lag(LaneStatus lane) {
        Long lag = lane.lag();
        return lag == null ? Double.NaN : lag;
    }

    private static Tags tags(LaneStatus lane) {
        return Tags.of("topic", lane.topic(), "partition", Integer.toString(lane.partition()));
    }

    /// @param steady of the loops' clock
    private double passedSince(Instant steady) {
        return clock.since(steady).toMillis() / 1000.0;
    }

    private static double age(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }
}
