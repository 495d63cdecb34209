package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.disturbance.RoadWeather;

class WeatherRiskTest {
    private static final double CLEAR = 20_000;

    /// Ratio to the factor of a fine day: rain 2.5 from 2.5 mm/h on, snow 1.84 from 0.5 mm/h on, fog 2 at 200 m and
    /// below.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 20000, 1",
        "1.25, 0, 20000, 1.75",
        "2.5, 0, 20000, 2.5",
        "30, 0, 20000, 2.5",
        "0, 0.25, 20000, 1.42",
        "0, 3, 20000, 1.84",
        "0, 0, 1000, 1",
        "0, 0, 600, 1.5",
        "0, 0, 50, 2",
        "1.25, 0, 50, 2",
        "2.5, 0, 50, 2.5",
    })
    void isHigherThanInFineWeatherByThePublishedRatio(double rain, double snow, double visibility, double times) {
        double risk = WeatherRisk.of(new RoadWeather(rain, snow, visibility, 5));

        assertThat(risk / WeatherRisk.of(RoadWeather.FINE)).isCloseTo(times, within(1e-9));
    }

    @Test
    void isBelowTheYearsMeanInFineWeatherAndNeverAboveTheHighest() {
        assertThat(WeatherRisk.of(RoadWeather.FINE)).isBetween(0.9, 0.99);
        assertThat(WeatherRisk.of(new RoadWeather(300, 300, 0, 5))).isEqualTo(WeatherRisk.HIGHEST);
        assertThat(WeatherRisk.of(new RoadWeather(2.4, 0, CLEAR, 5))).isLessThan(WeatherRisk.HIGHEST);
    }
}
