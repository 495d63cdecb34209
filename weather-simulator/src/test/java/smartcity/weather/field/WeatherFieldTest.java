package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;
import smartcity.event.Location;

class WeatherFieldTest {
    private static final Location OXFORD = new Location(51.74, -1.10);
    private static final Location BICESTER = new Location(51.87, -1.20);
    private static final Location BIRMINGHAM = new Location(52.49, -1.89);
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L, 5L, 6L);

    @Test
    void isTheSameInEveryProcess() {
        Instant time = Instant.parse("2026-11-23T10:20:30.123456Z");

        Weather weather = new WeatherField(new Seed(7)).at(OXFORD, time);

        assertThat(new WeatherField(new Seed(7)).at(OXFORD, time)).isEqualTo(weather);
        assertThat(new WeatherField(new Seed(8)).at(OXFORD, time)).isNotEqualTo(weather);
    }

    /// Daily minimum and maximum at Oxford, rounded, by climatestotravel.com: January 2 and 8,
    /// April 5 and 14, July 13 and 23, October 8 and 15 degC.
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15 2 8", "2026-04-15 5 14", "2026-07-15 13 23", "2026-10-15 8 15"})
    void averageMinimumAndMaximumAreThoseOfTheMonth(String monthAndNormals) {
        String[] parts = monthAndNormals.split(" ", -1);
        Instant middle = Instant.parse(parts[0] + "T00:00:00Z");
        double minimum = 0;
        double maximum = 0;
        int days = 0;

        for (int seed = 0; seed < 40; seed++) {
            WeatherField field = new WeatherField(new Seed(seed));
            for (int day = -12; day <= 12; day += 4) {
                Instant midnight = middle.plus(Duration.ofDays(day));
                double[] day24 = IntStream.range(0, 24)
                        .mapToDouble(hour -> field.at(OXFORD, midnight.plusSeconds(hour * 3600L))
                                .air()
                                .temperatureCelsius())
                        .sorted()
                        .toArray();
                minimum += day24[0];
                maximum += day24[23];
                days++;
            }
        }

        assertThat(minimum / days).isCloseTo(Double.parseDouble(parts[1]), within(1.5));
        assertThat(maximum / days).isCloseTo(Double.parseDouble(parts[2]), within(1.5));
    }

    @Test
    void afternoonsAreWarmerThanNights() {
        double afternoon = meanAt(14, weather -> weather.air().temperatureCelsius());
        double night = meanAt(4, weather -> weather.air().temperatureCelsius());

        assertThat(afternoon - night).isBetween(4.0, 11.0);
    }

    @Test
    void nightsAreMoister() {
        double afternoon = meanAt(14, weather -> weather.air().humidityPercent());
        double night = meanAt(4, weather -> weather.air().humidityPercent());

        assertThat(night - afternoon).isBetween(10.0, 35.0);
    }

    @Test
    void aYearIsAsWetAsInSouthernEngland() {
        double millimetres = mean(weather -> weather.precipitation().mmPerHour()) * 8766;

        // 660 mm at Oxford, by climatestotravel.com; single years have about 400 to 1000.
        assertThat(millimetres).isBetween(450.0, 950.0);
    }

    @Test
    void itRainsInOneHourOutOfTen() {
        double share = mean(weather -> weather.precipitation().mmPerHour() >= 0.1 ? 1 : 0);

        assertThat(share).isBetween(0.05, 0.15);
    }

    @Test
    void windBlowsMostlyFromTheSouthWest() {
        double east = mean(weather -> weather.wind().eastKmh());
        double north = mean(weather -> weather.wind().northKmh());

        assertThat(new MeanWind(east, north).fromDegrees()).isBetween(200.0, 280.0);
        assertThat(mean(weather -> weather.wind().speedKmh())).isBetween(10.0, 25.0);
    }

    @Test
    void staysWithinTheRecordsOfEngland() {
        for (long seed : SEEDS) {
            WeatherField field = new WeatherField(new Seed(seed));
            for (int i = 0; i < 3000; i++) {
                Instant time = anyTime(seed, i);
                Weather weather = field.at(OXFORD, time);
                String where = "seed %s at %s".formatted(seed, time);
                assertThat(weather.air().temperatureCelsius()).as(where).isBetween(-17.0, 40.0);
                assertThat(weather.air().pressureHectopascal()).as(where).isBetween(940.0, 1060.0);
                assertThat(weather.wind().speedKmh()).as(where).isBetween(0.0, 130.0);
                assertThat(weather.precipitation().steadyMmPerHour()).as(where).isBetween(0.0, 20.0);
                assertThat(weather.precipitation().showerMmPerHour()).as(where).isBetween(0.0, 150.0);
                assertThat(weather.cloudCover()).as(where).isBetween(0.0, 1.0);
                assertThat(weather.convection()).as(where).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void neighboursAgreeMoreThanFarPlaces() {
        assertThat(difference(OXFORD, BICESTER, w -> w.air().temperatureCelsius()))
                .isLessThan(0.5 * difference(OXFORD, BIRMINGHAM, w -> w.air().temperatureCelsius()));
        assertThat(difference(OXFORD, BICESTER, w -> w.air().pressureHectopascal()))
                .isLessThan(0.5 * difference(OXFORD, BIRMINGHAM, w -> w.air().pressureHectopascal()));
        assertThat(difference(OXFORD, BICESTER, w -> w.precipitation().mmPerHour()))
                .isLessThan(0.8
                        * difference(OXFORD, BIRMINGHAM, w -> w.precipitation().mmPerHour()));
    }

    @Test
    void changesLittleInAMinute() {
        for (long seed : SEEDS) {
            WeatherField field = new WeatherField(new Seed(seed));
            for (int i = 0; i < 3000; i++) {
                Instant time = anyTime(seed, i);
                String where = "seed %s at %s".formatted(seed, time);
                Weather now = field.at(OXFORD, time);

                Weather then = field.at(OXFORD, time.plusSeconds(60));

                assertThat(then.air().temperatureCelsius())
                        .as(where)
                        .isCloseTo(now.air().temperatureCelsius(), within(1.2));
                assertThat(then.air().pressureHectopascal())
                        .as(where)
                        .isCloseTo(now.air().pressureHectopascal(), within(0.15));
                assertThat(then.air().humidityPercent())
                        .as(where)
                        .isCloseTo(now.air().humidityPercent(), within(20.0));
                assertThat(then.wind().eastKmh()).as(where).isCloseTo(now.wind().eastKmh(), within(3.0));
                assertThat(then.wind().northKmh())
                        .as(where)
                        .isCloseTo(now.wind().northKmh(), within(3.0));
                double rate = now.precipitation().mmPerHour();
                assertThat(then.precipitation().mmPerHour()).as(where).isCloseTo(rate, within(6 + 0.1 * rate));
            }
        }
    }

    @Test
    void changesContinuouslyAcrossNewYearAndMidnight() {
        WeatherField field = new WeatherField(new Seed(3));
        for (int day = -400; day < 400; day++) {
            Instant midnight = NEW_YEAR.plus(Duration.ofDays(day));

            double before = field.at(OXFORD, midnight.minusMillis(1)).air().temperatureCelsius();
            double after = field.at(OXFORD, midnight).air().temperatureCelsius();

            assertThat(after).as("midnight %s", midnight).isCloseTo(before, within(0.001));
        }
    }

    @Test
    void systemsComeFromTheWest() {
        double eastbound = 0;
        double westbound = 0;
        for (long seed : SEEDS) {
            WeatherField field = new WeatherField(new Seed(seed));
            Location west = new Location(51.74, -2.5);
            for (int i = 0; i < 500; i++) {
                Instant time = anyTime(seed, i);
                double here = field.at(OXFORD, time).air().pressureHectopascal();
                Instant later = time.plus(Duration.ofMinutes(138)); // 97 km at 42 km/h

                eastbound += Math.abs(field.at(west, time).air().pressureHectopascal() - pressureAt(field, later));
                westbound += Math.abs(field.at(west, later).air().pressureHectopascal() - here);
            }
        }

        assertThat(eastbound).isLessThan(0.5 * westbound);
    }

    private static double pressureAt(WeatherField field, Instant time) {
        return field.at(OXFORD, time).air().pressureHectopascal();
    }

    /// Mean over all days of three years, at an hour of the day.
    private static double meanAt(int hour, ToDoubleFunction<Weather> value) {
        return mean(day -> hour, value);
    }

    /// Mean over all days of three years, at all hours in turn.
    private static double mean(ToDoubleFunction<Weather> value) {
        return mean(day -> day * 7 % 24, value);
    }

    private static double mean(IntUnaryOperator hourOfDay, ToDoubleFunction<Weather> value) {
        double sum = 0;
        int days = 1096;
        for (long seed : SEEDS) {
            WeatherField field = new WeatherField(new Seed(seed));
            for (int day = 0; day < days; day++) {
                Instant time = NEW_YEAR.plus(Duration.ofHours(day * 24L + hourOfDay.applyAsInt(day)));
                sum += value.applyAsDouble(field.at(OXFORD, time));
            }
        }
        return sum / days / SEEDS.size();
    }

    private static double difference(Location here, Location there, ToDoubleFunction<Weather> value) {
        double sum = 0;
        for (long seed : SEEDS) {
            WeatherField field = new WeatherField(new Seed(seed));
            for (int i = 0; i < 1000; i++) {
                Instant time = anyTime(seed, i);
                sum += Math.abs(value.applyAsDouble(field.at(here, time)) - value.applyAsDouble(field.at(there, time)));
            }
        }
        return sum;
    }

    private static Instant anyTime(long seed, int number) {
        RandomGenerator random = new Seed(seed).of("times").of(number).generator();
        return NEW_YEAR.plusMillis(random.nextLong(5 * 365 * 86_400_000L));
    }
}
