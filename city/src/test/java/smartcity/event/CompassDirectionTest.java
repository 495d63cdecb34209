package smartcity.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompassDirectionTest {
    @ParameterizedTest
    @CsvSource({"0, N", "22.4, N", "22.6, NE", "90, E", "135, SE", "180, S", "225, SW", "270, W", "315, NW", "337.6, N"
    })
    void isTheNearestPointOfTheCompass(double headingDegrees, CompassDirection nearest) {
        assertThat(CompassDirection.of(headingDegrees)).isEqualTo(nearest);
    }

    @Test
    void refusesAFullTurn() {
        assertThatThrownBy(() -> CompassDirection.of(360))
                .hasMessage("headingDegrees must be within [0, 360) but was 360.0");
    }
}
