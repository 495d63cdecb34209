package smartcity.sink.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.loop.TopicTotals;

/// Counts the events of the loops, at a fixed cost per cut and none per record. `docs/sink.md` lists the names.
@Singleton
class EventMeters {
    private static final Duration[] FLUSH_BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(100)
    };

    private static final String STORE_FAILURES = "sink.store.failures";

    private final MeterRegistry registry;

    EventMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.counter(STORE_FAILURES);
    }

    // One case for each event makes this method long.
    void count(LoopEvent event) {
        switch (event) {
            case LoopEvent.Landed e -> landed(e);
            case LoopEvent.Rebalanced e ->
                registry.counter("sink.rebalances", "change", name(e.change())).increment();
            case LoopEvent.StoreFailed _ -> registry.counter(STORE_FAILURES).increment();
            case LoopEvent.Dropped e -> count("sink.dropped.records", e.partition(), e.records());
            case LoopEvent.Gone e ->
                count(
                        "sink.gone.offsets",
                        e.partition(),
                        e.range().end() - e.range().start());
            case LoopEvent.Skipped e ->
                count(
                        "sink.skipped.offsets",
                        e.partition(),
                        e.range().end() - e.range().start());
            case LoopEvent.Assigned e -> beginAtZero(e.partition());
            case LoopEvent.Blocked _,
                    LoopEvent.Listing _,
                    LoopEvent.Replaying _,
                    LoopEvent.RulesChanged _,
                    LoopEvent.Rejoining _,
                    LoopEvent.Refused _,
                    LoopEvent.Stored _,
                    LoopEvent.StoreRecovered _,
                    LoopEvent.Paused _,
                    LoopEvent.Resumed _,
                    LoopEvent.Awaiting _ -> {}
        }
    }

    /// Before the first event, as a counter that begins with it hides it from a rate.
    private void beginAtZero(TopicPartition partition) {
        List.of(
                        "sink.records",
                        "sink.dead.letters",
                        "sink.dropped.records",
                        "sink.gone.offsets",
                        "sink.skipped.offsets")
                .forEach(name -> count(name, partition, 0));
    }

    private void landed(LoopEvent.Landed event) {
        TopicPartition partition = event.partition();
        TopicTotals counted = event.counted();
        count("sink.records", partition, counted.records());
        count("sink.dead.letters", partition, counted.deadLetters());
        count("sink.ignored.records", partition, counted.ignored());
        count("sink.objects", partition, counted.objects());
        count("sink.object.bytes", partition, counted.bytes());
        registry.counter("sink.cuts", "topic", partition.topic(), "cause", name(event.cause()))
                .increment();
        Timer.builder("sink.flush")
                .tag("topic", partition.topic())
                .serviceLevelObjectives(FLUSH_BUCKETS)
                .register(registry)
                .record(event.took());
    }

    private void count(String name, TopicPartition partition, long amount) {
        registry.counter(name, "topic", partition.topic()).increment((double) amount);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
