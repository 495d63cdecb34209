package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanWindTest {
    @Test
    void comesFromTheOppositeOfWhereItBlowsTo() {
        assertThat(new MeanWind(10, 0).fromDegrees()).isCloseTo(270, within(1e-9));
        assertThat(new MeanWind(0, -10).fromDegrees()).isCloseTo(0, within(1e-9));
        assertThat(new MeanWind(-3, -3).fromDegrees()).isCloseTo(45, within(1e-9));
    }

    @Test
    void turnsCounterClockwiseWhenItBacks() {
        MeanWind westerly = new MeanWind(10, 0);

        MeanWind backed = westerly.backedBy(25);

        assertThat(backed.fromDegrees()).isCloseTo(245, within(1e-9));
        assertThat(backed.speedKmh()).isCloseTo(10, within(1e-9));
    }
}
