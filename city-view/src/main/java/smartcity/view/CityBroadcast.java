package smartcity.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Base64;
import java.util.List;
import smartcity.view.frame.StateJson;
import smartcity.view.frame.VehicleFrame;
import smartcity.view.speed.RoadSpeeds;
import smartcity.view.speed.SpeedHistory;
import smartcity.view.state.IncidentBoard;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.RoadsideReadings;
import smartcity.view.state.SimulatedMoment;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleTracks;

/// Publishes the state of the road once a second, from start-up to shutdown.
@ApplicationScoped
class CityBroadcast {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final EventStream events;
    private final RoadState state;
    private final CityFigures figures;
    private final CommandList commands;
    private final RepeatedTask task = new RepeatedTask("broadcast", this::publish);
    private volatile ObjectNode status;

    /// What is published of the road.
    record RoadState(
            VehicleTracks vehicles,
            RoadsideReadings readings,
            IncidentBoard incidents,
            RoadSpeeds speeds,
            SpeedHistory history) {}

    CityBroadcast(EventStream events, RoadState state, CityFigures figures, CommandList commands) {
        this.events = events;
        this.state = state;
        this.figures = figures;
        this.commands = commands;
        this.status = figures.toJson(figures.moment(), List.of(), new byte[0]);
    }

    /// The figures that were published last; of an empty road before the first time. For any thread, to be read only.
    ObjectNode status() {
        return status;
    }

    void begin(@Observes StartupEvent event) {
        task.begin();
    }

    void end(@Observes ShutdownEvent event) {
        task.close();
    }

    private void publish() {
        publishRoad(figures.moment());
        events.publish("commands", "commands", commands.toJson().toString());
        events.publish("faults", "faults", commands.faults().toString());
        events.flush();
    }

    private void publishRoad(SimulatedMoment moment) {
        long now = moment.nowMillis();
        List<TrackedVehicle> vehicles = state.vehicles().all(moment);
        List<RoadIncident> incidents = state.incidents().at(now);
        byte[] speeds = state.speeds().at(moment, vehicles, state.readings().cameras(), incidents);
        long newest = Math.min(now, state.vehicles().newestMillis());
        status = figures.toJson(moment, vehicles, speeds);
        events.publish("clock", "clock", status.toString());
        events.publish(
                "vehicles",
                "vehicles",
                newest + " " + BASE64.encodeToString(VehicleFrame.encode(vehicles, newest, figures.roadMetres())));
        events.publish("speeds", "speeds", now + " " + BASE64.encodeToString(speeds));
        state.history()
                .add(now, moment.factor(), speeds)
                .ifPresent(row -> events.publish("row", "row", now + " " + BASE64.encodeToString(speeds)));
        events.publish("incidents", "incidents", StateJson.incidents(incidents).toString());
        state.readings()
                .cameras()
                .forEach(camera -> events.publish(
                        "camera " + camera.report().cameraId(),
                        "camera",
                        StateJson.camera(camera, moment).toString()));
        state.readings()
                .stations()
                .forEach(station -> events.publish(
                        "station " + station.observation().deviceId(),
                        "station",
                        StateJson.station(station, moment).toString()));
    }
}
