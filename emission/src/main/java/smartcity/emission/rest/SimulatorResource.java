package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.chance.Seed;
import smartcity.emission.CityTopicsConfig;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.loop.EmissionPace;
import smartcity.event.CityTopic;
import smartcity.time.SimulatedTime;

/// Shows what a simulator is doing.
@Path("/simulator/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.STATE)
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
    @Operation(
            summary = "What this process is doing: its simulated time, its shards, and the events that it has emitted")
    public SimulatorStatus status() {
        Map<String, Long> emitted = new TreeMap<>();
        for (CityTopic topic : emission.topics()) {
            emitted.put(names.nameOf(topic), emission.emitted(topic));
        }
        return new SimulatorStatus(
                emission.emitting(),
                pace.now(),
                emission.behind().toMillis() / 1000.0,
                time.factor(),
                seed.value(),
                emission.shards(),
                emitted);
    }
}
