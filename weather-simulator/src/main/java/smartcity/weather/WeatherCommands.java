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

/// Carries out what is ordered about the weather.
@Singleton
class WeatherCommands implements CommandHandler {
    static final String SET = "set-weather";
    static final String CLEAR = "clear-weather";

    /// What `clear-weather` names.
    static final String ID = "id";

    /// What is ordered.
    record Ordered(double fromKm, double toKm, Duration lasts, CommandedWeather.Values values) {}

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

    /// Reads which weather is to come and where.
    Ordered ordered(JsonBody form) {
        double from = form.number("fromKm", 0, lengthKm);
        double to = form.number("toKm", from, lengthKm);
        Duration lasts = form.optionalDuration("duration", Duration.ofMinutes(1), Duration.ofDays(7))
                .orElse(Duration.ofHours(1));
        CommandedWeather.Values values = new CommandedWeather.Values(
                form.optionalNumber("temperature", -30, 45),
                form.optionalNumber("precipitation", 0, 100),
                form.optionalNumber("windSpeed", 0, 150),
                form.optionalNumber("windDirection", 0, 359.9),
                form.optionalNumber("humidity", 1, 100));
        form.end();
        if (values.isNothing()) {
            throw new RequestRefusedException(
                    "body",
                    "must set one of [temperature, precipitation, windSpeed, windDirection, humidity]",
                    form.fields());
        }
        if (stationKms.stream().noneMatch(km -> km >= from && km <= to)) {
            throw new RequestRefusedException(
                    "toKm", "must reach a station from fromKm, which are at " + stationKms, to);
        }
        return new Ordered(from, to, lasts, values);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SET, CLEAR);
    }

    @Override
    public void take(CityCommand order) {
        if (order.kind().equals(SET)) {
            Ordered ordered = ordered(new JsonBody(order.body()));
            weather.set(
                    order.id(),
                    ordered.fromKm() * 1000 - 50, // stations are told to 0.1 km
                    ordered.toKm() * 1000 + 50,
                    order.simulatedAt(),
                    order.simulatedAt().plus(ordered.lasts()),
                    ordered.values());
        } else {
            weather.clear(UUID.fromString(order.body().path(ID).asText()), order.simulatedAt());
        }
    }
}
