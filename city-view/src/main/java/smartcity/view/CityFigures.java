package smartcity.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import smartcity.emission.SimulationConfig;
import smartcity.http.ControlConfig;
import smartcity.road.Road;
import smartcity.time.SimulatedTime;
import smartcity.view.state.SimulatedMoment;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;
import smartcity.view.state.VehicleTracks;

/// The figures at the top of the page, and what the page has to know of this service.
@Singleton
class CityFigures {
    /// Slower than this share of the limit is a queue [%]; chosen.
    private static final int QUEUE_PERCENT = 40;

    private final SimulatedTime time;
    private final Clock clock;
    private final VehicleTracks vehicles;
    private final SimulatorProgress progress;
    private final KafkaReachability kafka;
    private final Settings settings;

    /// What does not change while the process runs.
    record Settings(long seed, boolean readOnly, boolean needsToken, double roadMetres) {}

    // More than five parameters: what a bean is given, not what a caller passes.
    CityFigures(
            SimulatedTime time,
            Clock clock,
            VehicleTracks vehicles,
            SimulatorProgress progress,
            KafkaReachability kafka,
            Road road,
            SimulationConfig simulation,
            ViewConfig view,
            ControlConfig control) {
        this.time = time;
        this.clock = clock;
        this.vehicles = vehicles;
        this.progress = progress;
        this.kafka = kafka;
        this.settings =
                new Settings(simulation.seed(), view.readOnly(), control.token().isPresent(), road.lengthMetres());
    }

    /// Length of the road [m].
    double roadMetres() {
        return settings.roadMetres();
    }

    /// Simulated time now.
    SimulatedMoment moment() {
        return SimulatedMoment.of(time.at(clock.instant()).toEpochMilli(), time.factor(), vehicles.newestMillis());
    }

    /// The figures.
    ///
    /// @param speeds as [RoadSpeeds#at] returns them
    ObjectNode toJson(SimulatedMoment moment, List<TrackedVehicle> all, byte[] speeds) {
        List<TrackedVehicle> driving = all.stream()
                .filter(vehicle -> vehicle.activity() == VehicleActivity.DRIVING)
                .toList();
        long queue = 0;
        for (byte speed : speeds) {
            if (Byte.toUnsignedInt(speed) < QUEUE_PERCENT) {
                queue++;
            }
        }
        ObjectNode figures = JsonNodeFactory.instance
                .objectNode()
                .put("now", moment.nowMillis())
                .put("factor", moment.factor())
                .put("seed", settings.seed())
                .put("readOnly", settings.readOnly())
                .put("needsToken", settings.needsToken())
                .put("kafka", kafka.isReached())
                .put("vehicles", all.size())
                .put(
                        "moving",
                        driving.stream()
                                .filter(vehicle -> vehicle.speedKmh() >= 1)
                                .count())
                .put(
                        "silent",
                        all.stream()
                                .filter(vehicle -> vehicle.activity() == VehicleActivity.SILENT)
                                .count())
                .put(
                        "meanSpeed",
                        driving.stream()
                                .mapToDouble(TrackedVehicle::speedKmh)
                                .average()
                                .orElse(0))
                .put("queueKm", queue)
                .put("behindSeconds", progress.behindMillis(moment.nowMillis()) / 1000);
        figures.set("silentSeconds", silentSeconds());
        return figures;
    }

    private ObjectNode silentSeconds() {
        ObjectNode seconds = JsonNodeFactory.instance.objectNode();
        progress.silence().forEach((simulator, silence) -> seconds.put(simulator, silence.toSeconds()));
        return seconds;
    }
}
