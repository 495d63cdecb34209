package smartcity.incident;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.emission.Emission;
import smartcity.emission.coupling.Inputs;
import smartcity.event.Topic;
import smartcity.incident.life.Exposure;
import smartcity.incident.life.Incidents;
import smartcity.incident.life.WithOrders;
import smartcity.road.Road;

/// Emits what is reported of the incidents on the road.
@ApplicationScoped
class IncidentSimulator {
    private final Seed seed;
    private final Road road;
    private final IncidentConfig config;
    private final IncidentOrders orders;

    IncidentSimulator(Seed seed, Road road, IncidentConfig config, IncidentOrders orders) {
        this.seed = seed;
        this.road = road;
        this.config = config;
        this.orders = orders;
    }

    void begin(@Observes StartupEvent event, Emission emission, Inputs inputs) {
        Incidents.World world = new Incidents.World(road, new Exposure(road, new Demand(road)), inputs.disturbances());
        double rateMultiplier = config.rateMultiplier();
        emission.begin(
                Set.of(Topic.EMERGENCY),
                from -> List.of(
                        new WithOrders(new Incidents(seed, world, rateMultiplier, from), orders.incidents(), from)),
                inputs.gate());
    }
}
