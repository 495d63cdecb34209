package smartcity.weather;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CommandHandler;
import smartcity.http.RequestRefusedException;
import smartcity.http.ValueRules;
import smartcity.road.Road;
import smartcity.weather.field.CommandedWeather;
import smartcity.weather.station.WeatherStation;

/// Executes the commands that set and clear the weather.
@Singleton
class WeatherCommands implements CommandHandler {
    static final String SET = "set-weather";
    static final String CLEAR = "clear-weather";

    /// Field of `clear-weather` that identifies the weather to clear.
    static final String ID = "id";

    private final double lengthKm;
    private final List<Double> stationKms;
    private final CommandedWeather weather = new CommandedWeather();

    WeatherCommands(Road road) {
        this.lengthKm = Math.ceil(road.lengthMetres() / 1000);
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
        double from = ValueRules.requireWithin("fromKm", request.fromKm(), 0, lengthKm);
        double to = ValueRules.requireWithin("toKm", request.toKm(), from, lengthKm);
        if (stationKms.stream().noneMatch(km -> km >= from && km <= to)) {
            throw new RequestRefusedException(
                    "toKm", "must reach a station from fromKm, which are at " + stationKms, to);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SET, CLEAR);
    }

    @Override
    public void carryOut(CityCommand command) {
        if (command.kind().equals(SET)) {
            WeatherRequest request = WeatherRequest.of(command.body());
            requireOnRoad(request);
            weather.set(
                    command.id(),
                    request.fromKm() * 1000 - 50, // the rule names stations to 0.1 km
                    request.toKm() * 1000 + 50,
                    command.simulatedAt(),
                    command.simulatedAt().plus(request.duration()),
                    request.values());
        } else {
            weather.clear(UUID.fromString(command.body().path(ID).asText()), command.simulatedAt());
        }
    }
}
