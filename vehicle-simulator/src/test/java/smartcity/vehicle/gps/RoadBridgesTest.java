package smartcity.vehicle.gps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;

class RoadBridgesTest {
    private static final int LENGTH = 196_000;

    private final RoadBridges bridges = new RoadBridges(new Seed(3), LENGTH);

    /// Metre by metre in both directions: 65 bridges of 20 m, at the same places.
    @Test
    void coverTwentyMetresOfEveryThreeKilometresOnBothCarriageways() {
        int below = 0;
        for (int metre = 0; metre < LENGTH; metre++) {
            boolean northbound = bridges.metresSince(metre, Carriageway.NORTHBOUND) == 0;
            boolean southbound = bridges.metresSince(metre, Carriageway.SOUTHBOUND) == 0;
            assertThat(northbound).as("at %s m", metre).isEqualTo(southbound);
            below += northbound ? 1 : 0;
        }
        assertThat(below).isBetween(65 * 19, 65 * 21);
    }

    @Test
    void measuresTheDistanceSinceTheLastBridgeInTheDirectionOfTravel() {
        double since = Double.POSITIVE_INFINITY;
        for (int metre = 0; metre < LENGTH; metre++) {
            double now = bridges.metresSince(metre, Carriageway.NORTHBOUND);
            if (since > 0 && now > 0 && since < 2_900) {
                assertThat(now).as("at %s m", metre).isBetween(since + 0.999, since + 1.001);
            }
            since = now;
        }
        assertThat(bridges.metresSince(LENGTH, Carriageway.SOUTHBOUND)).isPositive();
    }
}
