package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HumidityTest {
    @Test
    void isTheRatioOfVapourPressures() {
        // Saturation vapour pressure over water: 12.27 hPa at 10 degC, 23.37 hPa at 20 degC (Smithsonian tables).
        assertThat(Humidity.relativePercent(20, 10)).isCloseTo(100 * 12.27 / 23.37, within(0.3));
        // 6.108 hPa at 0 degC, 2.863 hPa at -10 degC.
        assertThat(Humidity.relativePercent(0, -10)).isCloseTo(100 * 2.863 / 6.108, within(0.3));
    }

    @Test
    void is100PercentAtTheDewPoint() {
        assertThat(Humidity.relativePercent(7.3, 7.3)).isEqualTo(100);
    }

    @Test
    void wetBulbMatchesThePublishedExample() {
        // Stull 2011: 20 degC and 50 % give 13.7 degC.
        assertThat(Humidity.wetBulbCelsius(20, 50)).isCloseTo(13.7, within(0.05));
    }

    @Test
    void wetBulbIsNeverAboveTheTemperature() {
        for (double temperature = -15; temperature <= 35; temperature += 0.5) {
            for (double humidity = 5; humidity <= 100; humidity++) {
                assertThat(Humidity.wetBulbCelsius(temperature, humidity))
                        .as("%s degC at %s %%", temperature, humidity)
                        .isLessThanOrEqualTo(temperature);
            }
        }
    }

    @Test
    void airRefusesADewPointAboveItsTemperature() {
        assertThatThrownBy(() -> new AirState(5, 5.1, 1000))
                .hasMessage("dewPointCelsius must be at most the temperature 5.0 but was 5.1");
    }
}
