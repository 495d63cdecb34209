package smartcity.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastPositionsTest {
    private final LastPositions positions = new LastPositions(2);

    private boolean mayBeOnThePart(long epochSecond) {
        return positions.mayBeWithin(0, 20_000, 20_150, epochSecond * 1_000_000);
    }

    @Test
    void excludesNoVehicleWithoutAKnownPosition() {
        positions.store(1, 5_000, 0);

        assertThat(mayBeOnThePart(0)).isTrue();
    }

    /// 1,400 m take at least 20 s.
    @Test
    void includesAVehicleAfterTheTimeItNeeds() {
        positions.store(0, 18_599, 1_000_000_000);

        assertThat(mayBeOnThePart(1_000)).isFalse();
        assertThat(mayBeOnThePart(1_020)).isFalse();
        assertThat(mayBeOnThePart(1_021)).isTrue();
    }

    @Test
    void considersBothDirectionsInPlaceAndInTime() {
        positions.store(0, 21_549, 1_000_000_000);

        assertThat(mayBeOnThePart(981)).isFalse();
        assertThat(mayBeOnThePart(980)).isTrue();
    }

    @Test
    void includesAVehicleOnThePartItself() {
        positions.store(0, 20_150, 1_000_000_000);

        assertThat(mayBeOnThePart(1_000)).isTrue();
    }
}
