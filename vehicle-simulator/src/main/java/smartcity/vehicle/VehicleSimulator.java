package smartcity.vehicle;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.emission.Emission;
import smartcity.emission.coupling.Inputs;
import smartcity.event.EventSource;
import smartcity.road.Road;
import smartcity.vehicle.camera.Cameras;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// Emits what the fleet and the roadside cameras tell.
@ApplicationScoped
class VehicleSimulator {
    private final Seed seed;
    private final Road road;
    private final Fleet.Size size;
    private final CameraConfig cameras;

    VehicleSimulator(Seed seed, Road road, VehicleConfig vehicles, CameraConfig cameras) {
        this.seed = seed;
        this.road = road;
        this.size = new Fleet.Size(vehicles.count(), vehicles.interval());
        this.cameras = cameras;
    }

    void begin(@Observes StartupEvent event, Emission emission, Outlets outlets, Inputs inputs) {
        emission.begin(from -> sources(inputs, from), outlets.emitters(), inputs.gate());
    }

    private List<EventSource> sources(Inputs inputs, Instant from) {
        TrafficField traffic = new TrafficField(seed, road, inputs.disturbances());
        Fleet fleet = new Fleet(seed, road, traffic, size, from);
        return List.of(fleet, new Cameras(seed, new Cameras.World(road, traffic, fleet), cameras.interval(), from));
    }
}
