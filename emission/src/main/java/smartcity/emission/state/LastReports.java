package smartcity.emission.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.GpsFix;
import smartcity.event.IncidentStatus;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.WeatherObservation;

/// The last report of each vehicle, camera and station, and of each incident that is not over: the state of what this
/// process simulates.
///
/// These are the reports without faults. Safe for use by several threads.
public final class LastReports {
    private final Map<CityTopic, ConcurrentMap<String, Event>> byTopic = new EnumMap<>(CityTopic.class);

    public LastReports() {
        for (CityTopic topic : CityTopic.values()) {
            byTopic.put(topic, new ConcurrentHashMap<>());
        }
    }

    /// Records a report; reports of one device or incident in the order of their timestamps.
    public void record(Event event) {
        switch (event) {
            case VehicleTelemetry vehicle -> of(CityTopic.VEHICLE).put(vehicle.deviceId(), vehicle);
            case GpsFix _ -> {} // the telemetry of the same vehicle has a better location
            case TrafficReport report -> of(CityTopic.TRAFFIC).put(report.cameraId(), report);
            case WeatherObservation observation -> of(CityTopic.WEATHER).put(observation.deviceId(), observation);
            case EmergencyReport report -> record(report);
        }
    }

    private void record(EmergencyReport report) {
        String incident = report.incidentId().toString();
        if (report.status() == IncidentStatus.RESOLVED) {
            of(CityTopic.EMERGENCY).remove(incident);
        } else {
            of(CityTopic.EMERGENCY).put(incident, report);
        }
    }

    /// The ids of the vehicles, cameras, stations or incidents with a report on a topic, in order.
    public List<String> keys(CityTopic topic) {
        return of(topic).keySet().stream().sorted().toList();
    }

    /// The last report of one of them; empty without one.
    public Optional<Event> last(CityTopic topic, String key) {
        return Optional.ofNullable(of(topic).get(key));
    }

    private ConcurrentMap<String, Event> of(CityTopic topic) {
        return Objects.requireNonNull(byTopic.get(topic)); // the constructor put all topics
    }
}
