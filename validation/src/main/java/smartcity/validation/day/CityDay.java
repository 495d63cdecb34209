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
import smartcity.event.Event;
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

/// A period of the simulated city: reports of weather and incidents, and the traffic under their influence.
///
/// @param weather reports of the stations, each every five minutes
/// @param reports reports of incidents
/// @param traffic of both carriageways; reports are in effect on it after the coupling delay
public record CityDay(
        Seed seed,
        Road road,
        TimePeriod period,
        List<WeatherObservation> weather,
        List<EmergencyReport> reports,
        TrafficField traffic) {
    /// The default of the services.
    private static final Duration COUPLING_DELAY = Duration.ofMinutes(1);

    /// Incidents that last into the period began up to four hours before it.
    private static final Duration RUN_IN = Duration.ofHours(5);

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    public CityDay {
        weather = List.copyOf(weather);
        reports = List.copyOf(reports);
    }

    /// A day with incidents at their real rate.
    public static CityDay of(Seed seed, TimePeriod period) {
        Road road = Road.londonToBirmingham();
        ReportedDisturbances disturbances = new ReportedDisturbances(road, COUPLING_DELAY);
        List<WeatherObservation> weather = weather(seed, road, period);
        weather.forEach(disturbances::add);
        SpontaneousIncidents.Conditions world = new SpontaneousIncidents.Conditions(
                road, new TrafficExposure(road, new TrafficDemand(road)), disturbances);
        List<EmergencyReport> reports = eventsOf(
                        new SpontaneousIncidents(seed, world, 1, period.from()), period.until())
                .map(EmergencyReport.class::cast)
                .toList();
        reports.forEach(disturbances::add);
        return new CityDay(seed, road, period, weather, reports, new TrafficField(seed, road, disturbances));
    }

    /// A day of fine weather with these incident reports and no others.
    public static CityDay fine(Seed seed, TimePeriod period, List<EmergencyReport> reports) {
        Road road = Road.londonToBirmingham();
        ReportedDisturbances disturbances = new ReportedDisturbances(road, COUPLING_DELAY);
        reports.forEach(disturbances::add);
        return new CityDay(seed, road, period, List.of(), reports, new TrafficField(seed, road, disturbances));
    }

    private static List<WeatherObservation> weather(Seed seed, Road road, TimePeriod period) {
        return eventsOf(stations(seed, road, INTERVAL, period.from().minus(RUN_IN)), period.until())
                .map(WeatherObservation.class::cast)
                .toList();
    }

    /// All weather stations of the city.
    public static EventSource stations(Seed seed, Road road, Duration interval, Instant from) {
        WeatherField weather = new WeatherField(seed.of("weather"));
        AirField air = new AirField(weather, new TrafficDemand(road));
        List<StationObserver> observers = WeatherStation.along(road).stream()
                .map(station -> new StationObserver(
                        seed, station, weather, new AirQuality(air, station.site()), new CommandedWeather()))
                .toList();
        return new WeatherStations(observers, interval, from);
    }

    /// The events of a source before an instant.
    public static Stream<Event> eventsOf(EventSource source, Instant until) {
        List<Event> events = new ArrayList<>();
        while (source.nextDue().isBefore(until)) {
            events.addAll(source.next());
        }
        return events.stream();
    }
}
