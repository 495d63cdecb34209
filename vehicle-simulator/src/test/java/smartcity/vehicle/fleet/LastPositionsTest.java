package smartcity.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastPositionsTest {
    private final LastPositions whereabouts = new LastPositions(2);

    private boolean mayBeOnTheStretch(long epochSecond) {
        return whereabouts.mayBeWithin(0, 20_000, 20_150, epochSecond * 1_000_000);
    }

    @Test
    void knowsNothingOfAVehicleThatWasNeverLookedAt() {
        whereabouts.note(1, 5_000, 0);

        assertThat(mayBeOnTheStretch(0)).isTrue();
    }

    /// 1,400 m take at least 20 s.
    @Test
    void givesAVehicleTimeToGetThere() {
        whereabouts.note(0, 18_599, 1_000_000_000);

        assertThat(mayBeOnTheStretch(1_000)).isFalse();
        assertThat(mayBeOnTheStretch(1_020)).isFalse();
        assertThat(mayBeOnTheStretch(1_021)).isTrue();
    }

    @Test
    void looksBothWaysInPlaceAndInTime() {
        whereabouts.note(0, 21_549, 1_000_000_000);

        assertThat(mayBeOnTheStretch(981)).isFalse();
        assertThat(mayBeOnTheStretch(980)).isTrue();
    }

    @Test
    void findsAVehicleOnTheStretchItself() {
        whereabouts.note(0, 20_150, 1_000_000_000);

        assertThat(mayBeOnTheStretch(1_000)).isTrue();
    }
}
