package smartcity.weather.field;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

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

    /// Periods of weather that may last at a time [chosen]: as a command may name any part of the road, more than one
    /// for each station are of little use, and each costs time in each report.
    public static final int MOST = 1_000;

    /// For how long weather is kept after its end, for a simulator that catches up [simulated time; chosen].
    private static final Duration KEPT = Duration.ofDays(30);

    /// By its end, then by the command's place among all: of what has ended, nothing has to be looked at.
    private record SpellKey(Instant until, long number) implements Comparable<SpellKey> {
        @Override
        public int compareTo(SpellKey other) {
            int byEnd = until.compareTo(other.until);
            return byEnd == 0 ? Long.compare(number, other.number) : byEnd;
        }
    }

    private final ConcurrentSkipListMap<SpellKey, Spell> spells = new ConcurrentSkipListMap<>();
    private final Map<UUID, SpellKey> keys = new ConcurrentHashMap<>();
    private long commands;

    /// Sets weather on a part of the road; where two commands overlap, the later one applies.
    ///
    /// @param fromMetres chainage of the London end [m]
    /// @param toMetres chainage of the Birmingham end [m]
    /// @param until first instant after it
    /// @throws IllegalArgumentException when [#MOST] commands set weather that has not ended at `from`
    public synchronized void set(
            UUID command, double fromMetres, double toMetres, Instant from, Instant until, Values values) {
        forgetBefore(from.minus(KEPT));
        if (lasting(from).size() >= MOST) {
            throw new IllegalArgumentException(
                    "weather must be set by at most " + MOST + " commands at a time but was by more");
        }
        put(new SpellKey(until, commands++), new Spell(command, fromMetres, toMetres, from, until, values));
    }

    private void put(SpellKey key, Spell spell) {
        spells.put(key, spell);
        keys.put(spell.command(), key);
    }

    private void forgetBefore(Instant end) {
        ConcurrentNavigableMap<SpellKey, Spell> old = spells.headMap(new SpellKey(end, 0));
        old.values().forEach(spell -> keys.remove(spell.command()));
        old.clear();
    }

    /// Those that have not ended at that instant.
    private ConcurrentNavigableMap<SpellKey, Spell> lasting(Instant at) {
        return spells.tailMap(new SpellKey(at, Long.MAX_VALUE));
    }

    /// Ends the weather that a command set.
    public synchronized void clear(UUID command, Instant at) {
        SpellKey key = keys.get(command);
        if (key != null && at.isBefore(key.until())) {
            Spell spell = spells.get(key);
            if (spell != null) {
                put(new SpellKey(at, key.number()), spell.endingAt(at));
                spells.remove(key);
            }
        }
    }

    /// Whether a command set weather that has not ended at an instant.
    public boolean isActive(UUID command, Instant at) {
        SpellKey key = keys.get(command);
        return key != null && at.isBefore(key.until());
    }

    /// The weather at a place on the road.
    ///
    /// @param natural the weather without commands
    public Weather at(double chainageMetres, Instant time, Weather natural) {
        return lasting(time).entrySet().stream()
                .filter(entry -> entry.getValue().covers(chainageMetres, time))
                .max(Comparator.comparingLong(entry -> entry.getKey().number()))
                .map(entry -> entry.getValue().values().applyTo(natural))
                .orElse(natural);
    }
}
