package smartcity.view.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import smartcity.event.WeatherObservation;
import smartcity.road.Road;
import smartcity.view.report.CameraReport;

/// The last reports of cameras and weather stations. Holds at most [#MOST] of each. Safe for use by several threads.
public final class RoadsideReadings {
    /// Devices of a kind at most; chosen: five times those of the road.
    public static final int MOST = 500;

    /// Figures that are kept of a camera; chosen: half an hour at a report a minute.
    private static final int HISTORY = 30;

    /// Of a device that has reported once [ms]; the default of the simulators.
    private static final long FIRST_INTERVAL = 60_000;

    private final Road road;
    private final Map<String, CameraReading> cameras = new ConcurrentSkipListMap<>();
    private final Map<String, StationReading> stations = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong();

    /// The last observation of a station.
    ///
    /// @param chainageMetres place on the road [m]
    /// @param intervalMillis event time between its last two reports [ms]
    public record StationReading(WeatherObservation observation, double chainageMetres, long intervalMillis) {}

    public RoadsideReadings(Road road) {
        this.road = road;
    }

    /// Receives a report, unless a newer one of the same camera is there.
    public void receive(CameraReport report) {
        CameraReading before = cameras.get(report.cameraId());
        if (before == null) {
            if (cameras.size() < MOST) {
                double chainage = road.chainageNear(report.location());
                cameras.put(
                        report.cameraId(),
                        new CameraReading(report, chainage, FIRST_INTERVAL, List.of(figures(report))));
                changes.incrementAndGet();
            }
            return;
        }
        long interval = report.timestampMillis() - before.report().timestampMillis();
        if (interval > 0) {
            List<CameraReading.CameraFigures> history = new ArrayList<>(before.history());
            history.add(figures(report));
            List<CameraReading.CameraFigures> kept =
                    history.subList(Math.max(0, history.size() - HISTORY), history.size());
            cameras.put(report.cameraId(), new CameraReading(report, before.chainageMetres(), interval, kept));
            changes.incrementAndGet();
        }
    }

    private static CameraReading.CameraFigures figures(CameraReport report) {
        return new CameraReading.CameraFigures(
                report.timestampMillis(),
                report.flow().averageSpeedKmh(),
                report.flow().intensityPerHour());
    }

    /// Receives an observation, unless a newer one of the same station is there.
    public void receive(WeatherObservation observation) {
        StationReading before = stations.get(observation.deviceId());
        if (before == null) {
            if (stations.size() < MOST) {
                double chainage = road.chainageNear(observation.location());
                stations.put(observation.deviceId(), new StationReading(observation, chainage, FIRST_INTERVAL));
                changes.incrementAndGet();
            }
            return;
        }
        long interval = observation.timestamp().toEpochMilli()
                - before.observation().timestamp().toEpochMilli();
        if (interval > 0) {
            stations.put(observation.deviceId(), new StationReading(observation, before.chainageMetres(), interval));
            changes.incrementAndGet();
        }
    }

    /// All cameras, in order of their ids.
    public List<CameraReading> cameras() {
        return List.copyOf(cameras.values());
    }

    /// One camera; empty when it has not reported.
    public Optional<CameraReading> camera(String id) {
        return Optional.ofNullable(cameras.get(id));
    }

    /// All stations, in order of their ids.
    public List<StationReading> stations() {
        return List.copyOf(stations.values());
    }

    /// Reports that have been received; changes when something has.
    public long changes() {
        return changes.get();
    }
}
