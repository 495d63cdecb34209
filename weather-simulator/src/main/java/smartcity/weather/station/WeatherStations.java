package smartcity.weather.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.time.ReportSchedule;

/// Emits the observations of all stations: one per station and interval, at the station's own offset within the
/// interval, so that they do not come in one burst.
///
/// Intervals are counted from the epoch, so a process that starts later continues the same series.
public final class WeatherStations implements EventSource {
    private final List<StationObserver> observers;
    private final ReportSchedule schedule;

    /// @param observers at least one
    /// @param interval between two observations of a station, one second to one hour in whole milliseconds
    /// @param from the series begins with the observations at this instant or later
    public WeatherStations(List<StationObserver> observers, Duration interval, Instant from) {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0
                || interval.compareTo(Duration.ofHours(1)) > 0
                || interval.toNanos() % 1_000_000 > 0) {
            throw new IllegalArgumentException(
                    "interval must be within [PT1S, PT1H] in whole milliseconds but was " + interval);
        }
        this.observers = observers.stream()
                .sorted(Comparator.comparing(observer -> observer.phase(interval)))
                .toList();
        long[] offsets = this.observers.stream()
                .mapToLong(observer -> observer.phase(interval).toNanos() / 1000)
                .toArray();
        schedule = new ReportSchedule(offsets, interval, from);
    }

    @Override
    public Instant nextDue() {
        return schedule.due();
    }

    @Override
    public List<Event> next() {
        Instant due = nextDue();
        List<Event> observations = new ArrayList<>();
        while (nextDue().equals(due)) {
            observations.add(observers.get(schedule.deviceIndex()).observe(due));
            schedule.advance();
        }
        return observations;
    }
}
