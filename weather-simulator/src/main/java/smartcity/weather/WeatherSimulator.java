package smartcity.weather;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.emission.EmissionLifecycle;
import smartcity.emission.control.IntervalCommands;
import smartcity.emission.loop.EmissionGate;
import smartcity.emission.rate.RetimedSource;
import smartcity.event.CityTopic;
import smartcity.road.Road;
import smartcity.weather.air.AirField;
import smartcity.weather.air.AirQuality;
import smartcity.weather.field.WeatherField;
import smartcity.weather.station.StationObserver;
import smartcity.weather.station.WeatherStation;
import smartcity.weather.station.WeatherStations;

/// Emits the observations of the weather stations.
@ApplicationScoped
class WeatherSimulator {
    private final Seed seed;
    private final Road road;
    private final WeatherConfig config;
    private final WeatherCommands commands;

    WeatherSimulator(Seed seed, Road road, WeatherConfig config, WeatherCommands commands) {
        this.seed = seed;
        this.road = road;
        this.config = config;
        this.commands = commands;
    }

    void begin(@Observes StartupEvent event, EmissionLifecycle emission, IntervalCommands intervals) {
        List<StationObserver> observers = observers();
        Duration interval = config.interval();
        emission.begin(
                Set.of(CityTopic.WEATHER),
                from -> List.of(new RetimedSource(
                        (every, since) -> new WeatherStations(observers, every, since),
                        intervals.of(StationResource.STREAM),
                        interval,
                        from)),
                EmissionGate.OPEN);
    }

    private List<StationObserver> observers() {
        WeatherField weather = new WeatherField(seed.of("weather"));
        AirField air = new AirField(weather, new TrafficDemand(road));
        return WeatherStation.along(road).stream()
                .map(station -> new StationObserver(
                        seed, station, weather, new AirQuality(air, station.site()), commands.weather()))
                .toList();
    }
}
