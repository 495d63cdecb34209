package smartcity.weather.station;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.EventId;
import smartcity.event.WeatherObservation;
import smartcity.weather.air.AirQuality;
import smartcity.weather.field.CommandedWeather;
import smartcity.weather.field.Weather;
import smartcity.weather.field.WeatherField;

/// Observes the weather at one station. An observation is a pure function of seed, station, instant and the commands
/// before it. Not safe for use by several threads.
public final class StationObserver {
    private final Seed seed;
    private final WeatherStation station;
    private final WeatherField weather;
    private final AirQuality air;
    private final CommandedWeather commanded;

    /// @param seed of the city
    public StationObserver(
            Seed seed, WeatherStation station, WeatherField weather, AirQuality air, CommandedWeather commanded) {
        this.seed = seed;
        this.station = station;
        this.weather = weather;
        this.air = air;
        this.commanded = commanded;
    }

    /// The observation at an instant in whole microseconds.
    WeatherObservation observe(Instant time) {
        Seed noise = seedOf("noise").of(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        Weather actual = commanded.at(
                station.site().chainageMetres(), time, weather.at(station.site().location(), time));
        StationInstruments.Reading reading = StationInstruments.read(actual, noise.generator());
        AirQuality.Indices indices = air.at(time);
        return new WeatherObservation(
                EventId.of(seed, CityTopic.WEATHER, station.id(), time),
                station.id(),
                station.site().location(),
                time,
                reading.code(),
                reading.measured(),
                indices.us(),
                indices.uk());
    }

    /// Offset within each interval at which this station observes, less than the interval, in whole microseconds.
    Duration phase(Duration interval) {
        long micros = interval.toNanos() / 1000;
        return Duration.of((long) (seedOf("phase").uniform() * micros), ChronoUnit.MICROS);
    }

    private Seed seedOf(String what) {
        return seed.of("station").of(station.id()).of(what);
    }
}
