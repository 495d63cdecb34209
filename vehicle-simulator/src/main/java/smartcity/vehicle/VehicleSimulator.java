package smartcity.vehicle;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.chance.Seed;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.SimulationConfig;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.coupling.DisturbanceInputs;
import smartcity.emission.rate.RetimedSource;
import smartcity.event.CityTopic;
import smartcity.event.EventSource;
import smartcity.road.Road;
import smartcity.vehicle.camera.RoadsideCameras;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.fleet.FleetRate;
import smartcity.vehicle.traffic.TrafficField;

/// Emits what the fleet and the roadside cameras tell.
@ApplicationScoped
class VehicleSimulator {
    /// Vehicles where neither their number nor a rate is set.
    private static final int USUAL_COUNT = 200;

    private final Seed seed;
    private final Road road;
    private final Fleet.Size size;
    private final CameraConfig cameras;

    VehicleSimulator(Seed seed, Road road, VehicleConfig vehicles, CameraConfig cameras, SimulationConfig simulation) {
        this.seed = seed;
        this.road = road;
        this.size = size(vehicles, simulation);
        this.cameras = cameras;
    }

    /// Refuses a rate that no fleet has, and one in a backfill, which is as fast as it can be.
    static Fleet.Size size(VehicleConfig vehicles, SimulationConfig simulation) {
        if (vehicles.rate().isEmpty()) {
            return new Fleet.Size(vehicles.count().orElse(USUAL_COUNT), vehicles.interval());
        }
        if (simulation.until().isPresent()) {
            throw new IllegalArgumentException("vehicle.rate must be unset with simulation.until, which asks for a"
                    + " backfill as fast as Kafka takes it, but was "
                    + vehicles.rate().getAsInt());
        }
        FleetRate rate = new FleetRate(vehicles.rate().getAsInt(), simulation.factor());
        return vehicles.count().isPresent() ? rate.with(vehicles.count().getAsInt()) : rate.with(vehicles.interval());
    }

    /// Vehicles of the whole fleet, those of other replicas included.
    int vehicles() {
        return size.vehicles();
    }

    void begin(
            @Observes StartupEvent event,
            EmissionLifecycle emission,
            DisturbanceInputs inputs,
            IntervalCommands intervals) {
        FleetSources fleet = new FleetSources(new TrafficField(seed, road, inputs.disturbances()), intervals);
        emission.begin(Set.of(CityTopic.VEHICLE, CityTopic.GPS, CityTopic.TRAFFIC), fleet::sources, inputs.gate());
    }

    /// The road with the whole fleet on it, of which replicas tell shards: cameras see the vehicles of all. Its
    /// vehicles stay where they are when shards move. For one thread.
    private final class FleetSources {
        private final TrafficField traffic;
        private final IntervalCommands intervals;
        private @Nullable Fleet fleet;

        FleetSources(TrafficField traffic, IntervalCommands intervals) {
            this.traffic = traffic;
            this.intervals = intervals;
        }

        List<EventSource> sources(Instant from) {
            Fleet driving = fleet == null ? new Fleet(seed, road, traffic, size, from) : fleet;
            fleet = driving;
            RoadsideCameras.ObservedRoad observed = new RoadsideCameras.ObservedRoad(road, traffic, driving);
            return List.of(
                    new RetimedSource(driving::retimed, intervals.of(VehicleResource.STREAM), size.interval(), from),
                    new RetimedSource(
                            (every, since) -> new RoadsideCameras(seed, observed, every, since),
                            intervals.of(CameraResource.STREAM),
                            cameras.interval(),
                            from));
        }
    }
}
