package smartcity.weather.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Breakpoints of 40 CFR part 58, appendix G, and values between them worked out by hand.
class UsAirQualityIndexTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "4.5,25",
        "9.0,50",
        "9.09,50",
        "9.1,51",
        "35.4,100",
        "35.5,101",
        "55.4,150",
        "55.5,151",
        "125.4,200",
        "125.5,201",
        "225.4,300",
        "225.5,301",
        "325.4,500",
        "900,500"
    })
    void ratesFineParticles(double pm25, int index) {
        assertThat(UsAirQualityIndex.of(new PollutantConcentrations(0, 0, pm25, 0)))
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"54,50", "55,51", "154,100", "254,150", "354,200", "424,300", "604,500"})
    void ratesCoarseParticles(double pm10, int index) {
        assertThat(UsAirQualityIndex.of(new PollutantConcentrations(0, 0, 0, pm10)))
                .isEqualTo(index);
    }

    /// 53 ppb are 101.4 ug/m3, 100 ppb 191.3, 360 ppb 688.5.
    @ParameterizedTest
    @CsvSource({"0,0", "101.4,50", "103.3,51", "191.3,100", "688.6,150"})
    void ratesNitrogenDioxide(double no2, int index) {
        assertThat(UsAirQualityIndex.of(new PollutantConcentrations(no2, 0, 0, 0)))
                .isEqualTo(index);
    }

    /// 54 ppb are 107.8 ug/m3, 70 ppb 139.7, 85 ppb 169.7, 200 ppb 399.2; beyond, 8-hour means have no index.
    @ParameterizedTest
    @CsvSource({"107.8,50", "109.8,51", "139.8,100", "169.7,150", "399.2,300", "600,300"})
    void ratesOzone(double o3, int index) {
        assertThat(UsAirQualityIndex.of(new PollutantConcentrations(0, o3, 0, 0)))
                .isEqualTo(index);
    }
}
