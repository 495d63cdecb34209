package smartcity.emission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import smartcity.emission.control.CityCommands;
import smartcity.emission.kafka.SentCounts;
import smartcity.event.CityTopic;

/// Shows what a simulator emits and receives. Each value is read when it is asked for.
/// `docs/observe.md` lists the names.
@Singleton
class EmissionMeters {
    private final MeterRegistry registry;
    private final EmissionLifecycle emission;
    private final CityCommands commands;
    private final DisturbanceInputs inputs;
    private final CityTopicsConfig names;

    EmissionMeters(
            MeterRegistry registry,
            EmissionLifecycle emission,
            CityCommands commands,
            DisturbanceInputs inputs,
            CityTopicsConfig names) {
        this.registry = registry;
        this.emission = emission;
        this.commands = commands;
        this.inputs = inputs;
        this.names = names;
    }

    /// After the simulator has begun, as its topics are known from then on.
    void register(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        for (CityTopic topic : emission.topics()) {
            String name = names.nameOf(topic);
            count("smartcity.records", sent -> sent.records(name), "topic", name);
            count("smartcity.record.bytes", sent -> sent.bytes(name), "topic", name);
        }
        count("smartcity.transactions", SentCounts::transactions);
        count("smartcity.refused.commits", SentCounts::refusedCommits);
        Gauge.builder(
                        "smartcity.behind.seconds",
                        this,
                        meters -> meters.emission.behind().toMillis() / 1000.0)
                .register(registry);
        follow(
                "smartcity.commands.received",
                meters -> meters.commands.status(0, 0).received());
        follow("smartcity.commands.late", meters -> meters.commands.status(0, 0).late());
        if (inputs.received()) {
            follow("smartcity.input.reports", meters -> meters.inputs.status().received());
            follow(
                    "smartcity.input.incomplete.minutes",
                    meters -> meters.inputs.status().incompleteMinutes());
        }
    }

    private void count(String name, ToLongFunction<SentCounts> value, String... tags) {
        FunctionCounter.builder(
                        name,
                        this,
                        meters ->
                                meters.emission.counts().map(value::applyAsLong).orElse(0L))
                .tags(tags)
                .register(registry);
    }

    private void follow(String name, ToDoubleFunction<EmissionMeters> value) {
        FunctionCounter.builder(name, this, value).register(registry);
    }
}
