package smartcity.vehicle;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.chance.Seed;
import smartcity.emission.DisturbanceInputs;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.SimulationConfig;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.rate.RetimedSource;
import smartcity.event.CityTopic;
import smartcity.event.EventSource;
import smartcity.road.Road;
import smartcity.vehicle.camera.RoadsideCameras;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.fleet.FleetRate;
import smartcity.vehicle.traffic.TrafficField;

/// Emits the reports of the fleet and of the roadside cameras.
@ApplicationScoped
class VehicleSimulator {
    /// Number of vehicles when neither it nor a rate is set.
    private static final int DEFAULT_COUNT = 200;

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

    /// The size of the fleet by the settings.
    ///
    /// @throws IllegalArgumentException when no fleet has the rate, or when a rate is set for a backfill, whose
    /// speed Kafka determines
    static Fleet.Size size(VehicleConfig vehicles, SimulationConfig simulation) {
        if (vehicles.rate().isEmpty()) {
            return new Fleet.Size(vehicles.count().orElse(DEFAULT_COUNT), vehicles.interval());
        }
        if (simulation.until().isPresent()) {
            throw new IllegalArgumentException("vehicle.rate must be unset with simulation.until, which asks for a"
                    + " backfill as fast as Kafka takes it, but was "
                    + vehicles.rate().getAsInt());
        }
        FleetRate rate = new FleetRate(vehicles.rate().getAsInt(), simulation.factor());
        return vehicles.count().isPresent() ? rate.with(vehicles.count().getAsInt()) : rate.with(vehicles.interval());
    }

    /// Number of vehicles of the whole fleet, including those of other replicas.
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

    /// The sources of this process. They share one whole fleet, because cameras picture the vehicles of all
    /// replicas; it is kept when the owned shards change. For one thread.
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
