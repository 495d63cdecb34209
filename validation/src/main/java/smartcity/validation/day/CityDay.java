package smartcity.validation.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.ReportedDisturbances;
import smartcity.event.EmergencyReport;
import smartcity.event.EventSource;
import smartcity.event.WeatherObservation;
import smartcity.incident.life.SpontaneousIncidents;
import smartcity.incident.life.TrafficExposure;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;
import smartcity.weather.air.AirField;
import smartcity.weather.air.AirQuality;
import smartcity.weather.field.CommandedWeather;
import smartcity.weather.field.WeatherField;
import smartcity.weather.station.StationObserver;
import smartcity.weather.station.WeatherStation;
import smartcity.weather.station.WeatherStations;

/// What was told of a period of the city, and the traffic that felt it.
///
/// @param weather what the stations told, each every five minutes
/// @param reports what was told of incidents
/// @param traffic of both carriageways
public record CityDay(
        Seed seed,
        Road road,
        TimeSpan period,
        List<WeatherObservation> weather,
        List<EmergencyReport> reports,
        TrafficField traffic) {
    /// The delay that services have by default.
    private static final Duration DELAY = Duration.ofMinutes(1);

    /// Incidents that last into the period began up to four hours before it.
    private static final Duration RUN_IN = Duration.ofHours(5);

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    public CityDay {
        weather = List.copyOf(weather);
        reports = List.copyOf(reports);
    }

    /// With incidents as frequent as they really are.
    public static CityDay of(Seed seed, TimeSpan period) {
        Road road = Road.londonToBirmingham();
        ReportedDisturbances told = new ReportedDisturbances(road, DELAY);
        List<WeatherObservation> weather = weather(seed, road, period);
        weather.forEach(told::add);
        SpontaneousIncidents.Conditions world =
                new SpontaneousIncidents.Conditions(road, new TrafficExposure(road, new TrafficDemand(road)), told);
        List<EmergencyReport> reports = told(new SpontaneousIncidents(seed, world, 1, period.from()), period.until())
                .map(EmergencyReport.class::cast)
                .toList();
        reports.forEach(told::add);
        return new CityDay(seed, road, period, weather, reports, new TrafficField(seed, road, told));
    }

    /// A fine day on which nothing happens but these reports.
    public static CityDay fine(Seed seed, TimeSpan period, List<EmergencyReport> reports) {
        Road road = Road.londonToBirmingham();
        ReportedDisturbances told = new ReportedDisturbances(road, DELAY);
        reports.forEach(told::add);
        return new CityDay(seed, road, period, List.of(), reports, new TrafficField(seed, road, told));
    }

    private static List<WeatherObservation> weather(Seed seed, Road road, TimeSpan period) {
        return told(stations(seed, road, INTERVAL, period.from().minus(RUN_IN)), period.until())
                .map(WeatherObservation.class::cast)
                .toList();
    }

    /// The stations of a city.
    public static EventSource stations(Seed seed, Road road, Duration interval, Instant from) {
        WeatherField weather = new WeatherField(seed.of("weather"));
        AirField air = new AirField(weather, new TrafficDemand(road));
        List<StationObserver> observers = WeatherStation.along(road).stream()
                .map(station -> new StationObserver(
                        seed, station, weather, new AirQuality(air, station.site()), new CommandedWeather()))
                .toList();
        return new WeatherStations(observers, interval, from);
    }

    /// What a source tells before an instant.
    public static Stream<Object> told(EventSource source, Instant until) {
        List<Object> told = new ArrayList<>();
        while (source.nextDue().isBefore(until)) {
            told.addAll(source.next());
        }
        return told.stream();
    }
}
