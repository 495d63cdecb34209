package smartcity.weather.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.AtmosphericConditions;
import smartcity.weather.field.AirState;
import smartcity.weather.field.MeanWind;
import smartcity.weather.field.Precipitation;
import smartcity.weather.field.Weather;

/// The scatter of 20,000 readings of the same weather.
class StationInstrumentsTest {
    private static final Weather EASTERLY = new Weather(
            new AirState(10.03, 4, 1012.34), new MeanWind(-40, 0), new Precipitation(0, 0, false, false), 0.5, 0);

    private final RandomGenerator random = new Seed(7).generator();
    private final List<AtmosphericConditions> readings = Stream.generate(
                    () -> StationInstruments.read(EASTERLY, random).measured())
            .limit(20_000)
            .toList();

    /// A standard error of 0.05, and what rounding to a tenth adds: 0.1² / 12.
    @Test
    void thermometerAndBarometerHaveAnErrorOfATwentieth() {
        assertThat(mean(AtmosphericConditions::temperatureCelsius)).isCloseTo(10.03, within(0.003));
        assertThat(deviation(AtmosphericConditions::temperatureCelsius)).isCloseTo(0.0577, within(0.003));
        assertThat(mean(AtmosphericConditions::pressureHectopascal)).isCloseTo(1012.34, within(0.003));
        assertThat(deviation(AtmosphericConditions::pressureHectopascal)).isCloseTo(0.0577, within(0.003));
    }

    /// 4 % of 40 km/h along the wind, and across it 0.04 rad.
    @Test
    void gustsScatterSpeedAndDirectionByAFewPercent() {
        assertThat(mean(AtmosphericConditions::windSpeedKmh)).isCloseTo(40, within(0.1));
        assertThat(deviation(AtmosphericConditions::windSpeedKmh)).isCloseTo(1.6, within(0.05));
        assertThat(mean(AtmosphericConditions::windDirectionDegrees)).isCloseTo(90, within(0.1));
        assertThat(deviation(AtmosphericConditions::windDirectionDegrees)).isCloseTo(2.29, within(0.08));
    }

    @Test
    void theyMeasureTenthsOfADegreeAndOfAHectopascal() {
        assertThat(readings).allSatisfy(measured -> {
            assertThat(measured.temperatureCelsius() * 10)
                    .isCloseTo(Math.rint(measured.temperatureCelsius() * 10), within(1e-9));
            assertThat(measured.pressureHectopascal() * 10)
                    .isCloseTo(Math.rint(measured.pressureHectopascal() * 10), within(1e-9));
        });
    }

    private double mean(ToDoubleFunction<AtmosphericConditions> value) {
        return readings.stream().mapToDouble(value).average().orElseThrow();
    }

    private double deviation(ToDoubleFunction<AtmosphericConditions> value) {
        double mean = mean(value);
        return Math.sqrt(readings.stream()
                .mapToDouble(measured -> Math.pow(value.applyAsDouble(measured) - mean, 2))
                .average()
                .orElseThrow());
    }
}
