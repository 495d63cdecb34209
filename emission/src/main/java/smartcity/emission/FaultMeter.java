package smartcity.emission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultKind;
import smartcity.event.CityTopic;

/// Counts faults, by kind and by the name of the topic.
@Singleton
class FaultMeter implements FaultInjector.Tally {
    private final CityTopicsConfig names;
    private final MeterRegistry meters;

    FaultMeter(CityTopicsConfig names, MeterRegistry meters) {
        this.names = names;
        this.meters = meters;
    }

    @Override
    public void injected(FaultKind kind, CityTopic topic) {
        meters.counter("smartcity.faults", "kind", kind.word(), "topic", names.nameOf(topic))
                .increment();
    }
}
