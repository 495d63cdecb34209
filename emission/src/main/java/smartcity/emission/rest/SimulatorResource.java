package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import smartcity.chance.Seed;
import smartcity.emission.CityTopicsConfig;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.EmissionPace;
import smartcity.event.CityTopic;
import smartcity.time.SimulatedTime;

/// Tells what a simulator is doing.
@Path("/simulator/status")
public class SimulatorResource {
    private final EmissionLifecycle emission;
    private final SimulatedTime time;
    private final EmissionPace pace;
    private final Seed seed;
    private final CityTopicsConfig names;

    SimulatorResource(
            EmissionLifecycle emission, SimulatedTime time, EmissionPace pace, Seed seed, CityTopicsConfig names) {
        this.emission = emission;
        this.time = time;
        this.pace = pace;
        this.seed = seed;
        this.names = names;
    }

    /// What this simulator is doing now.
    @GET
    public SimulatorStatus status() {
        Map<String, Long> emitted = new TreeMap<>();
        for (CityTopic topic : emission.topics()) {
            emitted.put(names.nameOf(topic), emission.emitted(topic));
        }
        return new SimulatorStatus(
                emission.emitting(), pace.now(), time.factor(), seed.value(), emission.shards(), emitted);
    }
}
