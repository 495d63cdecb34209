package smartcity.weather;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CommandHandler;
import smartcity.emission.control.WeatherCommandForm;
import smartcity.emission.control.WeatherRequest;
import smartcity.http.RequestRefusedException;
import smartcity.road.Road;
import smartcity.weather.field.CommandedWeather;
import smartcity.weather.station.WeatherStation;

/// Executes the commands that set and clear the weather.
@Singleton
class WeatherCommands implements CommandHandler {
    private final Road road;
    private final List<Double> stationKms;
    private final CommandedWeather weather = new CommandedWeather();

    WeatherCommands(Road road) {
        this.road = road;
        this.stationKms = WeatherStation.along(road).stream()
                .map(station -> Math.round(station.site().chainageMetres() / 100) / 10.0)
                .toList();
    }

    CommandedWeather weather() {
        return weather;
    }

    /// Holds a request to the road and its stations.
    ///
    /// @throws RequestRefusedException when its part is not on the road, or has no station
    void requireOnRoad(WeatherRequest request) {
        request.requireOnRoad(road);
        double from = request.fromKm();
        double to = request.toKm();
        if (stationKms.stream().noneMatch(km -> km >= from && km <= to)) {
            throw new RequestRefusedException(
                    "toKm", "must reach a station from fromKm, which are at " + stationKms, to);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WeatherCommandForm.SET, WeatherCommandForm.CLEAR);
    }

    @Override
    public void carryOut(CityCommand command) {
        if (command.kind().equals(WeatherCommandForm.SET)) {
            WeatherRequest request = WeatherRequest.of(command.body());
            requireOnRoad(request);
            weather.set(
                    command.id(),
                    request.fromKm() * 1000 - 50, // the rule names stations to 0.1 km
                    request.toKm() * 1000 + 50,
                    command.simulatedAt(),
                    command.simulatedAt().plus(request.duration()),
                    values(request));
        } else {
            weather.clear(WeatherCommandForm.cleared(command.body()), command.simulatedAt());
        }
    }

    private static CommandedWeather.Values values(WeatherRequest request) {
        return new CommandedWeather.Values(
                optional(request.temperature()),
                optional(request.precipitation()),
                optional(request.windSpeed()),
                optional(request.windDirection()),
                optional(request.humidity()));
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
