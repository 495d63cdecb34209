package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandedWeatherTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = START.plusSeconds(3600);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    /// 10 degC at 50 % by the Magnus formula.
    private static final Weather NATURAL = new Weather(
            new AirState(10, 0.06, 1010), new MeanWind(10, 0), new Precipitation(0, 0.5, false, false), 0.3, 0.4);

    private final CommandedWeather commanded = new CommandedWeather();

    @Test
    void appliesOnItsPartOfTheRoadInItsPeriodOnly() {
        commanded.set(FIRST, 60_000, 110_000, START, END, rain(4));

        assertThat(rate(60_000, START)).isEqualTo(4);
        assertThat(rate(110_000, END.minusNanos(1000))).isEqualTo(4);
        assertThat(rate(59_999, START)).isEqualTo(0.5);
        assertThat(rate(110_001, START)).isEqualTo(0.5);
        assertThat(rate(80_000, START.minusNanos(1000))).isEqualTo(0.5);
        assertThat(rate(80_000, END)).isEqualTo(0.5);
    }

    @Test
    void appliesTheLatestCommandUntilItIsCleared() {
        commanded.set(FIRST, 0, 100_000, START, END, rain(4));
        commanded.set(SECOND, 0, 100_000, START, END, rain(9));

        commanded.clear(SECOND, START.plusSeconds(60));

        assertThat(rate(50_000, START.plusSeconds(59))).isEqualTo(9);
        assertThat(rate(50_000, START.plusSeconds(60))).isEqualTo(4);
        assertThat(commanded.isActive(SECOND, START.plusSeconds(60))).isFalse();
        assertThat(commanded.isActive(FIRST, START.plusSeconds(60))).isTrue();
    }

    @Test
    void leavesOtherValuesNatural() {
        commanded.set(
                FIRST,
                0,
                100_000,
                START,
                END,
                new CommandedWeather.Values(
                        OptionalDouble.of(-3), empty(), OptionalDouble.of(50), OptionalDouble.of(0), empty()));

        Weather weather = commanded.at(50_000, START, NATURAL);

        assertThat(weather.air().temperatureCelsius()).isEqualTo(-3);
        assertThat(weather.air().humidityPercent()).isCloseTo(50, within(0.5));
        assertThat(weather.air().pressureHectopascal()).isEqualTo(1010);
        assertThat(weather.wind().speedKmh()).isCloseTo(50, within(1e-9));
        assertThat(weather.wind().fromDegrees()).isCloseTo(0, within(1e-9));
        assertThat(weather.precipitation()).isEqualTo(NATURAL.precipitation());
    }

    @Test
    void letsTheWindBlowFromTheCommandedDirection() {
        commanded.set(
                FIRST,
                0,
                100_000,
                START,
                END,
                new CommandedWeather.Values(empty(), empty(), OptionalDouble.of(50), OptionalDouble.of(90), empty()));

        MeanWind fromTheEast = commanded.at(50_000, START, NATURAL).wind();

        assertThat(fromTheEast.eastKmh()).isCloseTo(-50, within(1e-9));
        assertThat(fromTheEast.northKmh()).isCloseTo(0, within(1e-9));
        assertThat(fromTheEast.fromDegrees()).isCloseTo(90, within(1e-9));
    }

    @Test
    void makesTheAirMoistWhenItRains() {
        commanded.set(FIRST, 0, 100_000, START, END, rain(4));

        Weather weather = commanded.at(50_000, START, NATURAL);

        assertThat(weather.air().humidityPercent()).isCloseTo(88, within(1e-6));
        assertThat(weather.cloudCover()).isEqualTo(1);
    }

    @Test
    void takesNoLongerForAReportAfterManyCommands() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int minute = 0; minute < 200_000; minute++) {
                Instant from = START.plusSeconds(60L * minute);
                commanded.set(new UUID(1, minute), 0, 100_000, from, from.plusSeconds(90), rain(4));
                rate(50_000, from);
            }
        });

        assertThat(rate(50_000, START.plusSeconds(60L * 199_999))).isEqualTo(4);
        assertThat(rate(50_000, START.plusSeconds(60L * 200_001))).isEqualTo(0.5);
    }

    @Test
    void refusesMoreWeatherThanMayLastAtATime() {
        for (int number = 0; number < CommandedWeather.MOST; number++) {
            commanded.set(new UUID(1, number), 0, 100_000, START, END, rain(4));
        }

        assertThatThrownBy(() -> commanded.set(FIRST, 0, 100_000, START, END, rain(9)))
                .hasMessage("weather must be set by at most 1000 commands at a time but was by more");
        commanded.clear(new UUID(1, 0), START);
        commanded.set(FIRST, 0, 100_000, START, END, rain(9));
        assertThat(rate(50_000, START)).isEqualTo(9);
    }

    private double rate(double chainageMetres, Instant time) {
        return commanded.at(chainageMetres, time, NATURAL).precipitation().mmPerHour();
    }

    private static CommandedWeather.Values rain(double mmPerHour) {
        return new CommandedWeather.Values(empty(), OptionalDouble.of(mmPerHour), empty(), empty(), empty());
    }

    private static OptionalDouble empty() {
        return OptionalDouble.empty();
    }
}
