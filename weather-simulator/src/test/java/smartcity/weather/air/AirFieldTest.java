package smartcity.weather.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.road.Road;
import smartcity.weather.field.Weather;
import smartcity.weather.field.WeatherField;

class AirFieldTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double AT_NINE = ROAD.junction("M40", "J9").chainageMetres();
    private static final AirSite NORTH_OF_NINE = new AirSite(ROAD.locationAt(AT_NINE + 500), AT_NINE + 500);
    private static final AirSite SOUTH_OF_NINE = new AirSite(ROAD.locationAt(AT_NINE - 500), AT_NINE - 500);
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final WeatherField weather = new WeatherField(new Seed(1));
    private final AirField air = new AirField(weather, new TrafficDemand(ROAD));

    @Test
    void busyRoadsHaveWorseAir() {
        // Between J9 and J10 108,452 vehicles a day, between J8A and J9 64,485 (Department for Transport, 2024).
        double busy = mean(NORTH_OF_NINE, 8, sky -> true, PollutantConcentrations::no2);
        double quiet = mean(SOUTH_OF_NINE, 8, sky -> true, PollutantConcentrations::no2);

        assertThat(busy).isGreaterThan(1.15 * quiet);
    }

    @Test
    void theRushHourHasWorseAirThanTheNight() {
        double rush = mean(NORTH_OF_NINE, 8, sky -> true, PollutantConcentrations::no2);
        double night = mean(NORTH_OF_NINE, 2, sky -> true, PollutantConcentrations::no2);

        assertThat(rush).isGreaterThan(1.5 * night);
    }

    @Test
    void windCleansTheAir() {
        double calm = mean(NORTH_OF_NINE, 8, sky -> sky.wind().speedKmh() < 8, PollutantConcentrations::no2);
        double windy = mean(NORTH_OF_NINE, 8, sky -> sky.wind().speedKmh() > 25, PollutantConcentrations::no2);

        assertThat(calm).isGreaterThan(2 * windy);
    }

    @Test
    void rainCleansTheAirOfParticles() {
        Predicate<Weather> breezy = sky -> Math.abs(sky.wind().speedKmh() - 20) < 5;
        double dry = mean(
                NORTH_OF_NINE,
                8,
                breezy.and(sky -> sky.precipitation().mmPerHour() == 0),
                PollutantConcentrations::pm25);
        double wet = mean(
                NORTH_OF_NINE,
                8,
                breezy.and(sky -> sky.precipitation().mmPerHour() > 0.5),
                PollutantConcentrations::pm25);

        assertThat(wet).isLessThan(0.95 * dry);
    }

    /// Particles are worst in air from the continent. Source: Air Quality Expert Group, "Fine particulate matter in
    /// the United Kingdom", 2012.
    @Test
    void windFromTheEastBringsParticles() {
        Predicate<Weather> breezy = sky -> Math.abs(sky.wind().speedKmh() - 20) < 5;
        double east =
                mean(NORTH_OF_NINE, 8, breezy.and(sky -> sky.wind().eastKmh() < -12), PollutantConcentrations::pm25);
        double west =
                mean(NORTH_OF_NINE, 8, breezy.and(sky -> sky.wind().eastKmh() > 12), PollutantConcentrations::pm25);

        assertThat(east).isGreaterThan(1.2 * west);
    }

    @Test
    void sunshineMakesOzone() {
        double noon = mean(SOUTH_OF_NINE, 14, sky -> sky.convection() > 0.4, PollutantConcentrations::o3);
        double night = mean(SOUTH_OF_NINE, 2, sky -> true, PollutantConcentrations::o3);

        assertThat(noon).isGreaterThan(night + 15);
    }

    @Test
    void particlesAreAveragedOverTheLast24FullHours() {
        Instant now = Instant.parse("2026-11-23T10:59:59Z");
        double expected = 0;
        for (int hour = 0; hour < 24; hour++) {
            Instant middle = Instant.parse("2026-11-22T10:30:00Z").plus(Duration.ofHours(hour));
            expected += air.at(NORTH_OF_NINE, middle).pm25() / 24;
        }

        assertThat(air.means(NORTH_OF_NINE, now).pm25()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void ozoneIsAveragedOverEightHoursAndDioxideOverOne() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        double expected = 0;
        for (int hour = 2; hour < 10; hour++) {
            expected +=
                    air.at(NORTH_OF_NINE, Instant.parse("2026-11-23T00:30:00Z").plusSeconds(hour * 3600L))
                                    .o3()
                            / 8;
        }

        PollutantConcentrations means = air.means(NORTH_OF_NINE, now);

        assertThat(means.o3()).isCloseTo(expected, within(1e-9));
        assertThat(means.no2())
                .isEqualTo(air.at(NORTH_OF_NINE, Instant.parse("2026-11-23T09:30:00Z"))
                        .no2());
    }

    @Test
    void indicesChangeOnTheHourOnlyWhateverWasComputedBefore() {
        AirQuality reused = new AirQuality(air, NORTH_OF_NINE);
        for (int minute = 0; minute < 3 * 24 * 60; minute += 7) {
            Instant time = NEW_YEAR.plusSeconds(minute * 60L);

            AirQuality.Indices indices = reused.at(time);

            assertThat(new AirQuality(air, NORTH_OF_NINE).at(time))
                    .as("at %s", time)
                    .isEqualTo(indices);
            assertThat(new AirQuality(air, NORTH_OF_NINE).at(NEW_YEAR.plusSeconds(minute / 60 * 3600L)))
                    .as("on the hour before %s", time)
                    .isEqualTo(indices);
        }
    }

    /// Mean over the days of four years on which the weather at an hour is of a kind.
    private double mean(
            AirSite site, int hour, Predicate<Weather> kind, ToDoubleFunction<PollutantConcentrations> value) {
        double sum = 0;
        int days = 0;
        for (int day = 0; day < 1461; day++) {
            Instant time = NEW_YEAR.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
            if (kind.test(weather.at(site.location(), time))) {
                sum += value.applyAsDouble(air.at(site, time));
                days++;
            }
        }
        assertThat(days).isGreaterThan(5);
        return sum / days;
    }
}
