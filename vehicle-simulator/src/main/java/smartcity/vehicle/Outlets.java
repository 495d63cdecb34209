package smartcity.vehicle;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import smartcity.event.Topic;

/// The channels of the three topics.
@ApplicationScoped
class Outlets {
    private final Map<Topic, MutinyEmitter<byte[]>> emitters;

    Outlets(
            @Channel("vehicle_data") MutinyEmitter<byte[]> vehicles,
            @Channel("gps_data") MutinyEmitter<byte[]> fixes,
            @Channel("traffic_data") MutinyEmitter<byte[]> traffic) {
        emitters = Map.of(Topic.VEHICLE, vehicles, Topic.GPS, fixes, Topic.TRAFFIC, traffic);
    }

    Map<Topic, MutinyEmitter<byte[]>> emitters() {
        return emitters;
    }
}
