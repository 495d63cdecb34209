package smartcity.weather;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.emission.Emission;
import smartcity.emission.Gate;
import smartcity.emission.control.IntervalOrders;
import smartcity.emission.rate.Retimed;
import smartcity.event.Topic;
import smartcity.road.Road;
import smartcity.weather.air.AirField;
import smartcity.weather.air.AirQuality;
import smartcity.weather.field.WeatherField;
import smartcity.weather.station.Observer;
import smartcity.weather.station.Station;
import smartcity.weather.station.WeatherStations;

/// Emits what the weather stations observe.
@ApplicationScoped
class WeatherSimulator {
    private final Seed seed;
    private final Road road;
    private final WeatherConfig config;
    private final WeatherOrders orders;

    WeatherSimulator(Seed seed, Road road, WeatherConfig config, WeatherOrders orders) {
        this.seed = seed;
        this.road = road;
        this.config = config;
        this.orders = orders;
    }

    void begin(@Observes StartupEvent event, Emission emission, IntervalOrders intervals) {
        List<Observer> observers = observers();
        Duration interval = config.interval();
        emission.begin(
                Set.of(Topic.WEATHER),
                from -> List.of(new Retimed(
                        (every, since) -> new WeatherStations(observers, every, since),
                        intervals.of(StationResource.STREAM),
                        interval,
                        from)),
                Gate.OPEN);
    }

    private List<Observer> observers() {
        WeatherField weather = new WeatherField(seed.of("weather"));
        AirField air = new AirField(weather, new Demand(road));
        return Station.along(road).stream()
                .map(station ->
                        new Observer(seed, station, weather, new AirQuality(air, station.site()), orders.weather()))
                .toList();
    }
}
