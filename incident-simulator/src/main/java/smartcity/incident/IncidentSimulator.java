package smartcity.incident;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.emission.DisturbanceInputs;
import smartcity.emission.EmissionLifecycle;
import smartcity.event.CityTopic;
import smartcity.incident.life.MergedIncidents;
import smartcity.incident.life.SpontaneousIncidents;
import smartcity.incident.life.TrafficExposure;
import smartcity.road.Road;

/// Emits the reports on the incidents on the road.
@ApplicationScoped
class IncidentSimulator {
    private final Seed seed;
    private final Road road;
    private final IncidentConfig config;
    private final IncidentCommands commands;

    IncidentSimulator(Seed seed, Road road, IncidentConfig config, IncidentCommands commands) {
        this.seed = seed;
        this.road = road;
        this.config = config;
        this.commands = commands;
    }

    void begin(@Observes StartupEvent event, EmissionLifecycle emission, DisturbanceInputs inputs) {
        SpontaneousIncidents.Conditions conditions = new SpontaneousIncidents.Conditions(
                road, new TrafficExposure(road, new TrafficDemand(road)), inputs.disturbances());
        double rateMultiplier = config.rateMultiplier();
        emission.begin(
                Set.of(CityTopic.EMERGENCY),
                from -> List.of(new MergedIncidents(
                        new SpontaneousIncidents(seed, conditions, rateMultiplier, from), commands.incidents(), from)),
                inputs.gate());
    }
}
