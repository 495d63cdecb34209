package smartcity.weather.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WindTest {
    @Test
    void comesFromWhereItDoesNotGo() {
        assertThat(new Wind(10, 0).fromDegrees()).isCloseTo(270, within(1e-9));
        assertThat(new Wind(0, -10).fromDegrees()).isCloseTo(0, within(1e-9));
        assertThat(new Wind(-3, -3).fromDegrees()).isCloseTo(45, within(1e-9));
    }

    @Test
    void turnsCounterClockwiseWhenItBacks() {
        Wind westerly = new Wind(10, 0);

        Wind backed = westerly.backedBy(25);

        assertThat(backed.fromDegrees()).isCloseTo(245, within(1e-9));
        assertThat(backed.speedKmh()).isCloseTo(10, within(1e-9));
    }
}
