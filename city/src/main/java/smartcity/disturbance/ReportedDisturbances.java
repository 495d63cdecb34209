package smartcity.disturbance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.IncidentStatus;
import smartcity.event.WeatherObservation;
import smartcity.road.Road;

/// The disturbances by the reports of weather stations and on incidents. A report is in effect from its event time
/// plus a fixed delay.
///
/// The disturbances of a minute depend only on the set of added reports: neither their sequence nor repetition
/// matters. A report that is added after its minute has been read counts as late, because the earlier result did not
/// include it. If [#late()] is 0, all results are those of a reader of the whole topics. Reports are kept for
/// [#KEPT]. Safe for use by several threads.
public final class ReportedDisturbances implements Disturbances {
    /// Time for which reports are kept: a day of traffic, which begins from free flow, and the longest duration of
    /// an incident.
    public static final Duration KEPT = Duration.ofHours(30);

    private final Road road;
    private final Duration delay;
    private final Map<String, ReportHistory<WeatherObservation>> stations = new HashMap<>();
    private final Map<UUID, ReportHistory<EmergencyReport>> incidents = new HashMap<>();
    private long newestMinute = Long.MIN_VALUE;
    private long readMinute = Long.MIN_VALUE;
    private long late;
    private volatile @Nullable DisturbanceSnapshot latest;

    /// @param delay from a report's timestamp until it is in effect, not negative
    public ReportedDisturbances(Road road, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative but was " + delay);
        }
        this.road = road;
        this.delay = delay;
    }

    /// Adds a station's observation.
    public synchronized void add(WeatherObservation observation) {
        add(
                stations,
                observation.deviceId(),
                new TimedReport<>(
                        observation.timestamp(),
                        0,
                        observation.id(),
                        road.chainageNear(observation.location()),
                        observation));
    }

    /// Adds a report on an incident; of two reports of one instant, a resolved one applies.
    public synchronized void add(EmergencyReport report) {
        add(
                incidents,
                report.incidentId(),
                new TimedReport<>(
                        report.timestamp(),
                        report.status() == IncidentStatus.RESOLVED ? 1 : 0,
                        report.id(),
                        road.chainageNear(report.location()),
                        report));
    }

    private <K, E> void add(Map<K, ReportHistory<E>> histories, K key, TimedReport<E> report) {
        long minute = minuteOf(report.timestamp());
        newestMinute = Math.max(newestMinute, minute);
        long oldest = newestMinute - KEPT.toMinutes();
        if (minute < oldest
                || !histories.computeIfAbsent(key, _ -> new ReportHistory<>()).add(minute, report)) {
            return;
        }
        if (minute <= readMinute) {
            late++;
        }
        histories.values().removeIf(history -> history.removeBefore(oldest));
        latest = null;
    }

    /// The first minute that begins after the delay.
    private long minuteOf(Instant timestamp) {
        Instant from = timestamp.plus(delay);
        return Math.floorDiv(from.getEpochSecond(), 60)
                + (from.getEpochSecond() % 60 != 0 || from.getNano() != 0 ? 1 : 0);
    }

    /// Number of reports that were added after their minute had been read.
    public synchronized long late() {
        return late;
    }

    @Override
    public RoadWeather weatherAt(double chainageMetres, long minute) {
        return at(minute).weatherAt(chainageMetres);
    }

    @Override
    public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
        return at(minute).closures(carriageway);
    }

    private DisturbanceSnapshot at(long minute) {
        DisturbanceSnapshot snapshot = latest;
        return snapshot != null && snapshot.minute() == minute ? snapshot : computed(minute);
    }

    private synchronized DisturbanceSnapshot computed(long minute) {
        readMinute = Math.max(readMinute, minute);
        DisturbanceSnapshot snapshot = DisturbanceSnapshot.at(minute, stations.values(), incidents.values(), road);
        latest = snapshot;
        return snapshot;
    }
}
