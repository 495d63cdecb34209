package smartcity.weather;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import smartcity.emission.control.CityCommand;
import smartcity.emission.control.CommandHandler;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;
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

    /// A valid request to set the weather.
    record SetRequest(double fromKm, double toKm, Duration duration, CommandedWeather.Values values) {}

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

    /// Reads a request to set the weather.
    ///
    /// @throws RequestRefusedException when a field breaks its rule
    SetRequest readSet(JsonBody request) {
        double from = request.number("fromKm", 0, lengthKm);
        double to = request.number("toKm", from, lengthKm);
        Duration duration = request.optionalDuration("duration", Duration.ofMinutes(1), Duration.ofDays(7))
                .orElse(Duration.ofHours(1));
        CommandedWeather.Values values = new CommandedWeather.Values(
                request.optionalNumber("temperature", -30, 45),
                request.optionalNumber("precipitation", 0, 100),
                request.optionalNumber("windSpeed", 0, 150),
                request.optionalNumber("windDirection", 0, 359.9),
                request.optionalNumber("humidity", 1, 100));
        request.end();
        if (values.isEmpty()) {
            throw new RequestRefusedException(
                    "body",
                    "must set one of [temperature, precipitation, windSpeed, windDirection, humidity]",
                    request.fields());
        }
        if (stationKms.stream().noneMatch(km -> km >= from && km <= to)) {
            throw new RequestRefusedException(
                    "toKm", "must reach a station from fromKm, which are at " + stationKms, to);
        }
        return new SetRequest(from, to, duration, values);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SET, CLEAR);
    }

    @Override
    public void take(CityCommand command) {
        if (command.kind().equals(SET)) {
            SetRequest request = readSet(new JsonBody(command.body()));
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
