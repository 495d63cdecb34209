package smartcity.view;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import smartcity.view.state.VehicleTracks;

/// Counts what the page received, and what of it is not shown. `docs/observe.md` lists the names.
@ApplicationScoped
class ViewMeters {
    private final MeterRegistry registry;
    private final ViewInputs inputs;
    private final VehicleTracks vehicles;

    ViewMeters(MeterRegistry registry, ViewInputs inputs, VehicleTracks vehicles) {
        this.registry = registry;
        this.inputs = inputs;
        this.vehicles = vehicles;
    }

    void register(@Observes StartupEvent event) {
        FunctionCounter.builder("smartcity.view.records", inputs, ViewInputs::received)
                .register(registry);
        FunctionCounter.builder("smartcity.view.records.broken", inputs, ViewInputs::broken)
                .register(registry);
        FunctionCounter.builder("smartcity.view.vehicles.refused", vehicles, VehicleTracks::refused)
                .register(registry);
    }
}
