package smartcity.weather.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import smartcity.chance.Seed;
import smartcity.event.WeatherCode;
import smartcity.event.WeatherObservation;
import smartcity.weather.field.Humidity;

/// Rules that every observation obeys, tested on 2,000 observations of each of many seeds, places and times.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservationTest {
    private static final boolean ALL = "all".equals(System.getProperty("smartcity.test.scale"));
    private static final int SEEDS = ALL ? 30 : 12;

    private static final Set<WeatherCode> SNOW = Set.of(
            WeatherCode.LIGHT_SNOW,
            WeatherCode.SNOW,
            WeatherCode.HEAVY_SNOW,
            WeatherCode.SNOW_GRAINS,
            WeatherCode.SNOW_SHOWERS,
            WeatherCode.HEAVY_SNOW_SHOWERS);
    private static final Set<WeatherCode> FREEZING = Set.of(
            WeatherCode.LIGHT_FREEZING_RAIN,
            WeatherCode.FREEZING_RAIN,
            WeatherCode.LIGHT_FREEZING_DRIZZLE,
            WeatherCode.FREEZING_DRIZZLE);
    private static final Set<WeatherCode> FOG = Set.of(WeatherCode.FOG, WeatherCode.RIME_FOG);
    private static final Set<WeatherCode> DRY_SKY =
            Set.of(WeatherCode.CLEAR, WeatherCode.MAINLY_CLEAR, WeatherCode.PARTLY_CLOUDY, WeatherCode.OVERCAST);
    private static final Set<WeatherCode> THUNDER = Set.of(
            WeatherCode.THUNDERSTORM, WeatherCode.THUNDERSTORM_WITH_HAIL, WeatherCode.THUNDERSTORM_WITH_HEAVY_HAIL);

    private final Map<WeatherCode, List<WeatherObservation>> byCode = new EnumMap<>(WeatherCode.class);

    @BeforeAll
    void observe() {
        Instant begin = Instant.parse("2024-01-01T00:00:00Z");
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator random = new Seed(seed).generator();
            List<StationObserver> observers = TestStations.observers(seed);
            for (int i = 0; i < 2000; i++) {
                Instant time = begin.plusSeconds(random.nextLong(4 * 365 * 86_400L));
                WeatherObservation observation =
                        observers.get(random.nextInt(observers.size())).observe(time);
                byCode.computeIfAbsent(observation.code(), code -> new ArrayList<>())
                        .add(observation);
            }
        }
    }

    @Test
    void snowFallsOnlyWhenItIsCold() {
        assertThat(of(SNOW)).hasSizeGreaterThan(SEEDS).allSatisfy(observation -> {
            double temperature = observation.atmosphere().temperatureCelsius();
            assertThat(Humidity.wetBulbCelsius(
                            temperature, observation.atmosphere().humidityPercent()))
                    .isLessThanOrEqualTo(0.5);
            assertThat(temperature).isLessThan(5);
        });
    }

    @Test
    void nothingFreezesOnGroundAboveZero() {
        assertThat(of(FREEZING))
                .isNotEmpty()
                .allSatisfy(observation -> assertThat(observation.atmosphere().temperatureCelsius())
                        .isLessThanOrEqualTo(0));
    }

    @Test
    void liquidRainFallsOnlyAboveZero() {
        Set<WeatherCode> liquid = new TreeSet<>(Set.of(WeatherCode.values()));
        liquid.removeAll(SNOW);
        liquid.removeAll(FREEZING);
        liquid.removeAll(FOG);
        liquid.removeAll(DRY_SKY);

        assertThat(of(liquid))
                .hasSizeGreaterThan(100 * SEEDS)
                .allSatisfy(observation -> assertThat(observation.atmosphere().temperatureCelsius())
                        .isPositive());
    }

    @Test
    void fogIsMoistCalmAndThick() {
        assertThat(of(FOG)).hasSizeGreaterThan(10 * SEEDS).allSatisfy(observation -> {
            assertThat(observation.atmosphere().humidityPercent()).isGreaterThanOrEqualTo(98);
            assertThat(observation.atmosphere().windSpeedKmh()).isLessThan(12);
            assertThat(observation.atmosphere().visibilityMetres()).isLessThan(1000);
        });
    }

    @Test
    void codesAreDryExactlyWhenThereIsNoPrecipitation() {
        Set<WeatherCode> dry = new TreeSet<>(DRY_SKY);
        dry.addAll(FOG);

        byCode.forEach((code, all) -> assertThat(all)
                .as("%s", code)
                .allMatch(observation -> observation.atmosphere().precipitationMmPerHour() == 0 == dry.contains(code)));
    }

    @Test
    void visibilityIsAtLeastAKilometreWithoutFogAndPrecipitation() {
        assertThat(of(DRY_SKY))
                .allSatisfy(observation ->
                        assertThat(observation.atmosphere().visibilityMetres()).isGreaterThanOrEqualTo(1000));
    }

    @Test
    void thunderComesWithHeavyShowersInTheWarmSeason() {
        assertThat(of(THUNDER)).isNotEmpty().allSatisfy(observation -> {
            assertThat(observation.atmosphere().precipitationMmPerHour()).isGreaterThanOrEqualTo(10);
            assertThat(observation.atmosphere().temperatureCelsius()).isGreaterThanOrEqualTo(12);
        });
    }

    @Test
    void airIsMoistWhileItRainsForLong() {
        double humidity = of(Set.of(WeatherCode.RAIN, WeatherCode.LIGHT_RAIN)).stream()
                .filter(observation -> observation.atmosphere().precipitationMmPerHour() >= 1)
                .mapToDouble(observation -> observation.atmosphere().humidityPercent())
                .average()
                .orElseThrow();

        assertThat(humidity).isGreaterThan(88);
    }

    @Test
    void mostCodesOccur() {
        // Of 28; the rarest need more observations.
        assertThat(byCode.keySet()).hasSizeGreaterThan(ALL ? 20 : 15);
    }

    @Test
    void airQualityIsTypicalOfABritishRoadside() {
        List<WeatherObservation> all = of(Set.of(WeatherCode.values()));

        assertThat(all).hasSize(2_000 * SEEDS);
        double us = all.stream()
                .mapToInt(WeatherObservation::airQualityIndex)
                .average()
                .orElseThrow();
        double uk = all.stream().mapToInt(WeatherObservation::daqi).average().orElseThrow();
        // Good to moderate on both scales, as on most days.
        assertThat(us).isBetween(20.0, 70.0);
        assertThat(uk).isCloseTo(2, within(0.6));
    }

    @Test
    void aStationObservesTheSameAtAnInstantInEveryProcess() {
        Instant time = Instant.parse("2026-11-23T08:15:30.250125Z");
        WeatherObservation first = TestStations.observers(9).get(4).observe(time);
        StationObserver restarted = TestStations.observers(9).get(4);
        restarted.observe(time.minus(Duration.ofDays(3)));

        assertThat(restarted.observe(time)).isEqualTo(first);
    }

    private List<WeatherObservation> of(Set<WeatherCode> codes) {
        return codes.stream()
                .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                .toList();
    }
}
