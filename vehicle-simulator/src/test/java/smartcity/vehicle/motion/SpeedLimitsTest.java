package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.event.Carriageway;
import smartcity.road.Road;

class SpeedLimitsTest {
    private static final Road ROAD = Road.londonToBirmingham();

    /// A lower limit is obeyed 150 m before its sign, after a deceleration of 0.5 m/s2: v1^2 - v2^2 = 2 a s.
    @ParameterizedTest
    @EnumSource
    void lowerLimitsAreReachedBeforeTheirSignsWithoutBraking(Carriageway carriageway) {
        SpeedLimits limits = new SpeedLimits(ROAD, carriageway);
        int slowing = 0;
        for (double driven = 0; driven < ROAD.lengthMetres() - 200; driven += 25) {
            double limit = limits.limitKmhAt(limits.chainage(driven));
            double next = limits.limitKmhAt(limits.chainage(driven + 25));
            double deceleration = (limit * limit - next * next) / (3.6 * 3.6) / (2 * 25);

            assertThat(deceleration).as("deceleration after %s m", driven).isLessThan(0.5 + 1e-6);
            assertThat(limit).as("limit after %s m", driven).isLessThan(signed(limits, driven) + 1e-6);
            assertThat(limit).as("limit before %s m", driven + 150).isLessThan(signed(limits, driven + 150) + 1e-6);
            slowing += deceleration > 0.4 ? 1 : 0;
        }
        // From 70 to 50 mph alone takes 480 m, which are 19 whole steps.
        assertThat(slowing).isGreaterThanOrEqualTo(19);
    }

    /// Limit on the sign [km/h].
    private static double signed(SpeedLimits limits, double driven) {
        return ROAD.sectionAt(limits.chainage(driven)).limitKmh();
    }
}
