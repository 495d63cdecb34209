package smartcity.view.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import smartcity.event.AtmosphericConditions;
import smartcity.event.EmergencyReport;
import smartcity.event.TrafficFlow;
import smartcity.event.WeatherObservation;
import smartcity.view.state.CameraReading;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.RoadsideReadings.StationReading;
import smartcity.view.state.SimulatedMoment;

/// Cameras, stations and incidents as JSON for the page.
public final class StateJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StateJson() {}

    /// A camera with its figures, without picture and history.
    public static ObjectNode camera(CameraReading camera, SimulatedMoment moment) {
        TrafficFlow flow = camera.report().flow();
        return JSON.objectNode()
                .put("id", camera.report().cameraId())
                .put("km", km(camera.chainageMetres()))
                .put("carriageway", camera.report().carriageway().jsonValue())
                .put("at", camera.report().timestampMillis())
                .put("picture", camera.report().id())
                .put("speed", flow.averageSpeedKmh())
                .put("intensity", flow.intensityPerHour())
                .put("density", flow.densityPerKm())
                .put("occupancy", flow.occupancy())
                .put("congested", flow.congested())
                .put("silent", moment.isSilent(camera.report().timestampMillis(), camera.intervalMillis()));
    }

    /// The figures of a camera's last reports, from old to new: event time, speed [km/h], flow [vehicles/h].
    public static ArrayNode history(CameraReading camera) {
        ArrayNode history = JSON.arrayNode();
        camera.history()
                .forEach(figures -> history.addArray()
                        .add(figures.timestampMillis())
                        .add(Math.round(figures.speedKmh()))
                        .add(Math.round(figures.intensity())));
        return history;
    }

    /// A station with its values.
    public static ObjectNode station(StationReading station, SimulatedMoment moment) {
        WeatherObservation observation = station.observation();
        AtmosphericConditions air = observation.atmosphere();
        long at = observation.timestamp().toEpochMilli();
        return JSON.objectNode()
                .put("id", observation.deviceId())
                .put("latitude", observation.location().latitude())
                .put("longitude", observation.location().longitude())
                .put("km", km(station.chainageMetres()))
                .put("at", at)
                .put("condition", observation.code().jsonValue())
                .put("code", observation.code().code())
                .put("temperature", air.temperatureCelsius())
                .put("precipitation", air.precipitationMmPerHour())
                .put("windSpeed", air.windSpeedKmh())
                .put("windDirection", air.windDirectionDegrees())
                .put("humidity", air.humidityPercent())
                .put("visibility", air.visibilityMetres())
                .put("daqi", observation.daqi())
                .put("silent", moment.isSilent(at, station.intervalMillis()));
    }

    /// Incidents with what was reported of them.
    public static ArrayNode incidents(List<RoadIncident> incidents) {
        ArrayNode array = JSON.arrayNode();
        for (RoadIncident incident : incidents) {
            EmergencyReport last = incident.last();
            EmergencyReport first = incident.reports().getFirst();
            ObjectNode json = array.addObject()
                    .put("id", last.incidentId().toString())
                    .put("km", km(incident.chainageMetres()))
                    .put("road", last.road())
                    .put("carriageway", last.carriageway().jsonValue())
                    .put("type", last.type().jsonValue())
                    .put("severity", last.severity().jsonValue())
                    .put("status", last.status().jsonValue())
                    .put("lanesClosed", last.lanesClosed())
                    .put("lanes", incident.lanes())
                    .put("description", last.description())
                    .put("began", first.timestamp().toEpochMilli())
                    .put("at", last.timestamp().toEpochMilli())
                    .put(
                            "seconds",
                            Duration.between(first.timestamp(), last.timestamp())
                                    .toSeconds());
            ArrayNode life = json.putArray("life");
            incident.reports()
                    .forEach(report -> life.addObject()
                            .put("at", report.timestamp().toEpochMilli())
                            .put("status", report.status().jsonValue())
                            .put("lanesClosed", report.lanesClosed()));
        }
        return array;
    }

    private static double km(double chainageMetres) {
        return Math.round(chainageMetres / 10) / 100.0;
    }
}
