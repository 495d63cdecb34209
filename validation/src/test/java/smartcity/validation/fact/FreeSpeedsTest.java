package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeSpeedsTest {
    @ParameterizedTest
    @CsvSource({"45, 8, true, true", "40, 8, false, true", "45, 11, true, false"})
    void eachShareOfFastCarsHasItsOwnTolerance(double above70, double above80, boolean first, boolean second) {
        assertThat(new FreeSpeeds(above70, above80).group().rows())
                .extracting(FactComparison::withinTolerance)
                .containsExactly(first, second);
    }
}
