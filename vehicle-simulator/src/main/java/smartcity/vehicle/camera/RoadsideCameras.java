package smartcity.vehicle.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.RoadWeather;
import smartcity.event.CameraSnapshot;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventId;
import smartcity.event.EventSource;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.time.ReportSchedule;
import smartcity.time.SunPosition;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.fleet.VehicleSighting;
import smartcity.vehicle.snapshot.CameraScene;
import smartcity.vehicle.snapshot.SceneSky;
import smartcity.vehicle.traffic.TrafficField;
import smartcity.vehicle.traffic.TrafficState;

/// Emits the reports of the roadside cameras of the M40: each camera reports once in every interval.
///
/// The measurement of a camera is a pure function of the seed and the instant. So is its image, except for vehicles
/// of the fleet: one is named and pictured exactly when it is on the 150 m of road in clear view at that instant.
public final class RoadsideCameras implements EventSource {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Seed seed;
    private final ObservedRoad observed;
    private final TrafficDemand demand;
    private final List<Camera> cameras;
    private final ReportSchedule schedule;

    /// The road with its traffic, as far as cameras observe it.
    public record ObservedRoad(Road road, TrafficField traffic, Fleet fleet) {}

    /// @param interval between two reports of a camera, a second to an hour
    /// @param from no record is older
    public RoadsideCameras(Seed seed, ObservedRoad observed, Duration interval, Instant from) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("interval must be within [PT1S, PT1H] but was " + interval);
        }
        this.seed = seed.of("camera");
        this.observed = observed;
        demand = new TrafficDemand(observed.road());
        cameras = Camera.onTheM40(observed.road());
        long micros = interval.toNanos() / 1000;
        long[] offsets = LongStream.range(0, cameras.size())
                .map(camera -> camera * micros / cameras.size())
                .toArray();
        schedule = new ReportSchedule(offsets, interval, from);
    }

    @Override
    public Instant nextDue() {
        return schedule.due();
    }

    @Override
    public List<Event> next() {
        return next(EventFilter.ALL);
    }

    @Override
    public List<Event> next(EventFilter filter) {
        Camera camera = cameras.get(schedule.deviceIndex());
        Instant due = schedule.due();
        schedule.advance();
        return filter.accepts(camera.unitId(), due) ? List.of(report(camera, due)) : List.of();
    }

    private TrafficReport report(Camera camera, Instant instant) {
        List<VehicleSighting> sightings = observed.fleet()
                .sightings(camera.carriageway(), camera.viewFromMetres(), camera.viewToMetres(), instant);
        return new TrafficReport(
                EventId.of(seed, CityTopic.TRAFFIC, camera.unitId(), instant),
                camera.unitId(),
                camera.cameraId(),
                camera.location(),
                instant,
                new CameraSnapshot(scene(camera, instant, sightings).png()),
                camera.carriageway(),
                measured(camera, instant),
                sightings.isEmpty() ? null : sightings.getFirst().deviceId());
    }

    /// The minute that ends at an instant, measured by the traffic in its middle.
    private TrafficFlow measured(Camera camera, Instant instant) {
        return TrafficCounter.measure(
                stateAt(camera, instant.minusSeconds(30)),
                lanesAt(camera),
                demand.lorryShare(camera.chainageMetres()),
                seedOf("count", camera, instant));
    }

    private CameraScene scene(Camera camera, Instant instant, List<VehicleSighting> sightings) {
        TrafficState traffic = stateAt(camera, instant);
        PicturedTraffic pictured =
                new PicturedTraffic(seedOf("crowd", camera, instant).generator(), lanesAt(camera));
        for (VehicleSighting sighting : sightings) {
            double colour = seed.of(sighting.deviceId()).uniform();
            pictured.add(sighting.type(), camera.aheadMetres(sighting.chainageMetres()), colour);
        }
        pictured.fill(traffic.densityPerKm(), demand.lorryShare(camera.chainageMetres()));
        return new CameraScene(
                lanesAt(camera),
                pictured.passers(),
                traffic.congested(),
                skyAt(camera, instant),
                camera.cameraId() + "  " + STAMP.format(instant));
    }

    private SceneSky skyAt(Camera camera, Instant instant) {
        RoadWeather weather = observed.traffic().weatherAt(camera.chainageMetres(), seconds(instant));
        return new SceneSky(
                SunPosition.elevationDegrees(instant, camera.location()),
                weather.rainMmPerHour(),
                weather.snowMmPerHour(),
                Math.max(1, weather.visibilityMetres()));
    }

    private int lanesAt(Camera camera) {
        return observed.road().sectionAt(camera.chainageMetres()).lanes();
    }

    private TrafficState stateAt(Camera camera, Instant instant) {
        return observed.traffic().stateAt(camera.chainageMetres(), camera.carriageway(), seconds(instant));
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    private Seed seedOf(String what, Camera camera, Instant instant) {
        return seed.of(what).of(camera.cameraId()).of(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
