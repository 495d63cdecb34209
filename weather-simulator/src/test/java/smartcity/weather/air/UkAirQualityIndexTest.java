package smartcity.weather.air;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Edges of Defra's table of the Daily Air Quality Index.
class UkAirQualityIndexTest {
    @ParameterizedTest
    @CsvSource({"0,1", "67,1", "67.4,1", "68,2", "200,3", "201,4", "334,5", "400,6", "467,7", "535,9", "600,9", "601,10"
    })
    void ratesNitrogenDioxide(double no2, int index) {
        assertThat(UkAirQualityIndex.of(new PollutantConcentrations(no2, 0, 0, 0)))
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"33,1", "34,2", "100,3", "101,4", "120,4", "160,6", "161,7", "187,7", "214,9", "241,10"})
    void ratesOzone(double o3, int index) {
        assertThat(UkAirQualityIndex.of(new PollutantConcentrations(0, o3, 0, 0)))
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"11,1", "12,2", "23,2", "35,3", "36,4", "53,6", "54,7", "70,9", "71,10", "500,10"})
    void ratesFineParticles(double pm25, int index) {
        assertThat(UkAirQualityIndex.of(new PollutantConcentrations(0, 0, pm25, 0)))
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"16,1", "17,2", "50,3", "51,4", "75,6", "76,7", "100,9", "101,10"})
    void ratesCoarseParticles(double pm10, int index) {
        assertThat(UkAirQualityIndex.of(new PollutantConcentrations(0, 0, 0, pm10)))
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({"10,90,30,40,3", "500,10,10,10,8", "10,10,10,99,9"})
    void isThatOfTheWorstPollutant(double no2, double o3, double pm25, double pm10, int index) {
        assertThat(UkAirQualityIndex.of(new PollutantConcentrations(no2, o3, pm25, pm10)))
                .isEqualTo(index);
    }
}
