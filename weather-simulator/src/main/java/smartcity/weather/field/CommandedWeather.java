package smartcity.weather.field;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Weather that was ordered over stretches of the road, above the weather there would be.
///
/// It follows from the orders, in the order in which these were given. Safe for use by several threads.
public final class CommandedWeather {
    /// Air in which it rains is at least as moist [%]; chosen.
    private static final double MOIST_PERCENT = 88;

    /// What is ordered of the weather; the rest stays as it would be.
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
        /// Whether all stays as it would be.
        public boolean isNothing() {
            return temperatureCelsius.isEmpty()
                    && precipitationMmPerHour.isEmpty()
                    && windSpeedKmh.isEmpty()
                    && windDirectionDegrees.isEmpty()
                    && humidityPercent.isEmpty();
        }

        Weather over(Weather natural) {
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
            double usual = natural.humidityPercent();
            double humidity = humidityPercent.orElse(
                    precipitationMmPerHour.isPresent() && rain > 0 ? Math.max(usual, MOIST_PERCENT) : usual);
            return new AirState(
                    temperature, Humidity.dewPointCelsius(temperature, humidity), natural.pressureHectopascal());
        }

        private MeanWind wind(MeanWind natural) {
            double from = Math.toRadians(windDirectionDegrees.orElse(natural.fromDegrees()));
            double speed = windSpeedKmh.orElse(natural.speedKmh());
            return new MeanWind(-speed * Math.sin(from), -speed * Math.cos(from));
        }
    }

    /// @param until first instant after it
    private record Spell(UUID order, double fromMetres, double toMetres, Instant from, Instant until, Values values) {
        boolean holds(double chainageMetres, Instant time) {
            return chainageMetres >= fromMetres
                    && chainageMetres <= toMetres
                    && !time.isBefore(from)
                    && time.isBefore(until);
        }

        Spell endingAt(Instant end) {
            return end.isBefore(until) ? new Spell(order, fromMetres, toMetres, from, end, values) : this;
        }
    }

    private final List<Spell> spells = new CopyOnWriteArrayList<>();

    /// Lets weather come over a stretch; where two overlap, the one ordered last counts.
    ///
    /// @param fromMetres chainage of the London end [m]
    /// @param toMetres chainage of the Birmingham end [m]
    /// @param until first instant after it
    public void set(UUID order, double fromMetres, double toMetres, Instant from, Instant until, Values values) {
        spells.addFirst(new Spell(order, fromMetres, toMetres, from, until, values));
    }

    /// Ends the weather of an order.
    public void clear(UUID order, Instant at) {
        spells.replaceAll(spell -> spell.order().equals(order) ? spell.endingAt(at) : spell);
    }

    /// Whether an order set weather that is not over at an instant.
    public boolean lasts(UUID order, Instant at) {
        return spells.stream().anyMatch(spell -> spell.order().equals(order) && at.isBefore(spell.until()));
    }

    /// The weather at a place on the road.
    ///
    /// @param natural the weather there would be
    public Weather at(double chainageMetres, Instant time, Weather natural) {
        return spells.stream()
                .filter(spell -> spell.holds(chainageMetres, time))
                .findFirst()
                .map(spell -> spell.values().over(natural))
                .orElse(natural);
    }
}
