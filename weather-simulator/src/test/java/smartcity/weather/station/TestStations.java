package smartcity.weather.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.event.Event;
import smartcity.event.WeatherObservation;
import smartcity.road.Road;
import smartcity.weather.air.AirField;
import smartcity.weather.air.AirQuality;
import smartcity.weather.field.CommandedWeather;
import smartcity.weather.field.WeatherField;

/// The stations that the tests share.
final class TestStations {
    static final Road ROAD = Road.londonToBirmingham();
    static final List<WeatherStation> STATIONS = WeatherStation.along(ROAD);

    private TestStations() {}

    static List<StationObserver> observers(long seed) {
        Seed city = new Seed(seed);
        WeatherField weather = new WeatherField(city.of("weather"));
        AirField air = new AirField(weather, new TrafficDemand(ROAD));
        return STATIONS.stream()
                .map(station -> new StationObserver(
                        city, station, weather, new AirQuality(air, station.site()), new CommandedWeather()))
                .toList();
    }

    /// The observations of all stations in a period.
    static List<WeatherObservation> observations(long seed, Duration interval, Instant from, Instant until) {
        WeatherStations stations = new WeatherStations(observers(seed), interval, from);
        List<WeatherObservation> observations = new ArrayList<>();
        while (stations.nextDue().isBefore(until)) {
            for (Event event : stations.next()) {
                observations.add((WeatherObservation) event);
            }
        }
        return observations;
    }
}
