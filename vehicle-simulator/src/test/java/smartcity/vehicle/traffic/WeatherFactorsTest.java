package smartcity.vehicle.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.disturbance.RoadWeather;

class WeatherFactorsTest {
    @Test
    void fineWeatherChangesNothing() {
        assertThat(WeatherFactors.of(RoadWeather.FINE)).isEqualTo(new WeatherFactors(1, 1));
    }

    /// Rain, snow as water, visibility; speed and capacity as the sources print them: reductions of capacity
    /// of 2.01, 7.24, 14.13 % in rain, 4.29 to 22.43 % in snow and 12 % in fog; of speed of 4 to 7, 11 to 15
    /// and 10 to 12 % in the worst.
    @ParameterizedTest
    @CsvSource({
        "1.27,0,20000,0.992,0.9799",
        "4.4,0,20000,0.972,0.9276",
        "10,0,20000,0.945,0.8587",
        "50,0,20000,0.945,0.8587",
        "0,0.0635,20000,0.975,0.9571",
        "0,0.76,20000,0.936,0.8896",
        "0,2,20000,0.87,0.7757",
        "0,0,400,0.89,0.88",
        "0,0,100,0.89,0.88",
        "0,0,1610,1,1"
    })
    void lowersSpeedAndCapacityAsMeasured(double rain, double snow, double visibility, double speed, double capacity) {
        WeatherFactors factors = WeatherFactors.of(new RoadWeather(rain, snow, visibility, 1));

        assertThat(factors.speed()).isCloseTo(speed, within(0.001));
        assertThat(factors.capacity()).isCloseTo(capacity, within(0.0001));
    }

    @Test
    void worseWeatherNeverMakesTrafficFasterAndHasNoSteps() {
        WeatherFactors last = new WeatherFactors(1, 1);
        for (int step = 0; step <= 3_000; step++) {
            double bad = step / 100.0;
            WeatherFactors factors = WeatherFactors.of(new RoadWeather(bad, bad / 15, 2_000 - bad * 60, 1));

            assertThat(factors.speed()).as("step %s", step).isBetween(last.speed() - 0.005, last.speed());
            assertThat(factors.capacity()).as("step %s", step).isBetween(last.capacity() - 0.005, last.capacity());
            last = factors;
        }
    }
}
