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

/// What weather stations and incident reports say, each known a fixed delay of event time after its timestamp.
///
/// What is known at a minute follows from the set of reports heard alone: neither their order nor repetition counts.
/// A report that comes after its minute has been asked for is counted as late, because an answer given before
/// was given without it; [#late()] of 0 means that every answer is the one that a reader of the whole topics gives.
/// Reports are kept for [#KEPT]. Safe for use by several threads.
public final class ReportedDisturbances implements Disturbances {
    /// How long reports are kept: a day of traffic, which begins from free flow, and the hours an incident may last.
    public static final Duration KEPT = Duration.ofHours(30);

    private final Road road;
    private final Duration delay;
    private final Map<String, ReportHistory<WeatherObservation>> stations = new HashMap<>();
    private final Map<UUID, ReportHistory<EmergencyReport>> incidents = new HashMap<>();
    private long newestMinute = Long.MIN_VALUE;
    private long askedMinute = Long.MIN_VALUE;
    private long late;
    private volatile @Nullable DisturbanceSnapshot known;

    /// @param delay from a report's timestamp to the instant at which it is known, not negative
    public ReportedDisturbances(Road road, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative but was " + delay);
        }
        this.road = road;
        this.delay = delay;
    }

    /// Takes up what a station observed.
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

    /// Takes up what was reported of an incident; of two reports of one instant, the one that says Resolved counts.
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

    private <K, E> void add(Map<K, ReportHistory<E>> tracks, K key, TimedReport<E> told) {
        long minute = minuteOf(told.timestamp());
        newestMinute = Math.max(newestMinute, minute);
        long oldest = newestMinute - KEPT.toMinutes();
        if (minute < oldest
                || !tracks.computeIfAbsent(key, unheard -> new ReportHistory<>())
                        .add(minute, told)) {
            return;
        }
        if (minute <= askedMinute) {
            late++;
        }
        tracks.values().removeIf(track -> track.forgetBefore(oldest));
        known = null;
    }

    /// The first minute that begins when the delay is over.
    private long minuteOf(Instant timestamp) {
        Instant from = timestamp.plus(delay);
        return Math.floorDiv(from.getEpochSecond(), 60)
                + (from.getEpochSecond() % 60 != 0 || from.getNano() != 0 ? 1 : 0);
    }

    /// Reports that came after an answer had been given without them.
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
        DisturbanceSnapshot latest = known;
        return latest != null && latest.minute() == minute ? latest : renewed(minute);
    }

    private synchronized DisturbanceSnapshot renewed(long minute) {
        askedMinute = Math.max(askedMinute, minute);
        DisturbanceSnapshot renewed = DisturbanceSnapshot.at(minute, stations.values(), incidents.values(), road);
        known = renewed;
        return renewed;
    }
}
