package smartcity.weather.field;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Weather that commands set on parts of the road, in place of the natural weather.
///
/// It follows from the commands, applied in the sequence of the command topic. Safe for use by several threads.
public final class CommandedWeather {
    /// Least humidity of air with commanded rain [%]; chosen.
    private static final double RAIN_HUMIDITY_PERCENT = 88;

    /// The values that a command sets; all others stay natural.
    ///
    /// @param temperatureCelsius air at 2 m [degC]
    /// @param precipitationMmPerHour from layered cloud, as water [mm/h]; its form follows from the air
    /// @param windSpeedKmh mean wind at 10 m [km/h]
    /// @param windDirectionDegrees where it comes from [deg]
    /// @param humidityPercent relative humidity [%], above 0; fog comes with 100 and little wind
    public record Values(
            OptionalDouble temperatureCelsius,
            OptionalDouble precipitationMmPerHour,
            OptionalDouble windSpeedKmh,
            OptionalDouble windDirectionDegrees,
            OptionalDouble humidityPercent) {
        /// Whether no value is set.
        public boolean isEmpty() {
            return temperatureCelsius.isEmpty()
                    && precipitationMmPerHour.isEmpty()
                    && windSpeedKmh.isEmpty()
                    && windDirectionDegrees.isEmpty()
                    && humidityPercent.isEmpty();
        }

        Weather applyTo(Weather natural) {
            double rain = precipitationMmPerHour.orElse(natural.precipitation().mmPerHour());
            return new Weather(
                    air(natural.air(), rain),
                    wind(natural.wind()),
                    precipitationMmPerHour.isPresent()
                            ? new Precipitation(rain, 0, false, false)
                            : natural.precipitation(),
                    precipitationMmPerHour.isPresent() && rain > 0 ? 1 : natural.cloudCover(),
                    natural.convection());
        }

        private AirState air(AirState natural, double rain) {
            double temperature = temperatureCelsius.orElse(natural.temperatureCelsius());
            double naturalHumidity = natural.humidityPercent();
            double humidity = humidityPercent.orElse(
                    precipitationMmPerHour.isPresent() && rain > 0
                            ? Math.max(naturalHumidity, RAIN_HUMIDITY_PERCENT)
                            : naturalHumidity);
            return new AirState(
                    temperature, Humidity.dewPointCelsius(temperature, humidity), natural.pressureHectopascal());
        }

        private MeanWind wind(MeanWind natural) {
            double from = Math.toRadians(windDirectionDegrees.orElse(natural.fromDegrees()));
            double speed = windSpeedKmh.orElse(natural.speedKmh());
            return new MeanWind(-speed * Math.sin(from), -speed * Math.cos(from));
        }
    }

    /// The weather that one command sets on a part of the road for a period.
    ///
    /// @param until first instant after it
    private record Spell(UUID command, double fromMetres, double toMetres, Instant from, Instant until, Values values) {
        boolean covers(double chainageMetres, Instant time) {
            return chainageMetres >= fromMetres
                    && chainageMetres <= toMetres
                    && !time.isBefore(from)
                    && time.isBefore(until);
        }

        Spell endingAt(Instant end) {
            return end.isBefore(until) ? new Spell(command, fromMetres, toMetres, from, end, values) : this;
        }
    }

    private final List<Spell> spells = new CopyOnWriteArrayList<>();

    /// Sets weather on a part of the road; where two commands overlap, the later one applies.
    ///
    /// @param fromMetres chainage of the London end [m]
    /// @param toMetres chainage of the Birmingham end [m]
    /// @param until first instant after it
    public void set(UUID command, double fromMetres, double toMetres, Instant from, Instant until, Values values) {
        spells.addFirst(new Spell(command, fromMetres, toMetres, from, until, values));
    }

    /// Ends the weather that a command set.
    public void clear(UUID command, Instant at) {
        spells.replaceAll(spell -> spell.command().equals(command) ? spell.endingAt(at) : spell);
    }

    /// Whether a command set weather that has not ended at an instant.
    public boolean isActive(UUID command, Instant at) {
        return spells.stream().anyMatch(spell -> spell.command().equals(command) && at.isBefore(spell.until()));
    }

    /// The weather at a place on the road.
    ///
    /// @param natural the weather without commands
    public Weather at(double chainageMetres, Instant time, Weather natural) {
        return spells.stream()
                .filter(spell -> spell.covers(chainageMetres, time))
                .findFirst()
                .map(spell -> spell.values().applyTo(natural))
                .orElse(natural);
    }
}
