package smartcity.weather.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VisibilityTest {
    @Test
    void isFarInDryAirWithoutPrecipitation() {
        assertThat(Visibility.metres(40, 20, 0, PrecipitationForm.RAIN, false)).isCloseTo(40_000, within(1.0));
    }

    @Test
    void heavyRainLeavesAFewKilometres() {
        // 10 mm/h hold 0.072 x 10^0.88 = 0.546 g/m3, which dim by 1.1 x 0.546^0.75 = 0.699 per km; haze in air of 50 %
        // dims by 0.0749 per km: 2.996 / 0.774 = 3.87 km.
        assertThat(Visibility.metres(50, 20, 10, PrecipitationForm.RAIN, false)).isCloseTo(3870, within(10.0));
    }

    @Test
    void moderateSnowDimsMoreThanHeavyRain() {
        // 1 mm/h at 1 m/s hold 0.278 g/m3, which dim by 10.36 x 0.278^0.78 = 3.82 per km; with haze 2.996 / 3.89.
        assertThat(Visibility.metres(50, 20, 1, PrecipitationForm.SNOW, false)).isCloseTo(770, within(5.0));
    }

    @Test
    void fogNeedsSaturatedAndCalmAir() {
        assertThat(Visibility.metres(100, 2, 0, PrecipitationForm.RAIN, false)).isLessThan(200);
        assertThat(Visibility.metres(100, 12, 0, PrecipitationForm.RAIN, false)).isGreaterThan(1000);
        assertThat(Visibility.metres(98, 2, 0, PrecipitationForm.RAIN, false)).isGreaterThan(1000);
    }

    @Test
    void fallsWithHumidityAndWithRain() {
        for (double humidity = 10; humidity < 100; humidity++) {
            assertThat(Visibility.metres(humidity + 1, 5, 0, PrecipitationForm.RAIN, false))
                    .as("above %s %%", humidity)
                    .isLessThanOrEqualTo(Visibility.metres(humidity, 5, 0, PrecipitationForm.RAIN, false));
        }
        for (double rate = 0; rate < 100; rate++) {
            assertThat(Visibility.metres(80, 5, rate + 1, PrecipitationForm.RAIN, false))
                    .as("above %s mm/h", rate)
                    .isLessThan(Visibility.metres(80, 5, rate, PrecipitationForm.RAIN, false));
        }
    }
}
