package smartcity.incident;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.emission.Emission;
import smartcity.event.Topic;
import smartcity.incident.life.Exposure;
import smartcity.incident.life.Incidents;
import smartcity.road.Road;

/// Emits what is reported of the incidents on the road.
@ApplicationScoped
class IncidentSimulator {
    private final Seed seed;
    private final Road road;
    private final IncidentConfig config;

    IncidentSimulator(Seed seed, Road road, IncidentConfig config) {
        this.seed = seed;
        this.road = road;
        this.config = config;
    }

    void begin(
            @Observes StartupEvent event, Emission emission, @Channel("emergency_data") MutinyEmitter<byte[]> reports) {
        Exposure exposure = new Exposure(road, new Demand(road));
        double rateMultiplier = config.rateMultiplier();
        emission.begin(
                from -> List.of(new Incidents(seed, road, exposure, rateMultiplier, from)),
                Map.of(Topic.EMERGENCY, reports));
    }
}
