package smartcity.vehicle.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.disturbance.LaneClosure;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;

class BottleneckTest {
    /// As printed in FHWA-HOP-13-042, table 40.
    @ParameterizedTest
    @CsvSource({
        "2,0,POLICE,0.95",
        "2,0,ACCIDENT,0.81",
        "2,1,ACCIDENT,0.35",
        "2,2,ACCIDENT,0",
        "3,0,MEDICAL,0.99",
        "3,0,ACCIDENT,0.83",
        "3,1,FIRE,0.49",
        "3,2,POLICE,0.17",
        "3,3,ACCIDENT,0",
        "4,0,ACCIDENT,0.85",
        "4,1,ACCIDENT,0.58",
        "4,2,ACCIDENT,0.25",
        "4,3,ACCIDENT,0.13",
        "8,3,ACCIDENT,0.41"
    })
    void leavesTheSharesOfTheManual(int lanes, int closed, EmergencyType type, double share) {
        assertThat(Bottleneck.shareLeft(closure(lanes, closed, type))).isCloseTo(share, within(1e-12));
    }

    /// Of what the exhibit leaves with three lanes blocked, 0.20, 0.26 and 0.41.
    @ParameterizedTest
    @CsvSource({"5,4,0.10", "6,4,0.173333", "8,4,0.328", "8,7,0.082"})
    void leavesEachOpenLaneItsShareWhereTheManualEnds(int lanes, int closed, double share) {
        assertThat(Bottleneck.shareLeft(closure(lanes, closed, EmergencyType.ACCIDENT)))
                .isCloseTo(share, within(1e-6));
    }

    @Test
    void noMoreIsLeftWhenMoreLanesAreClosed() {
        for (int lanes = 1; lanes <= 8; lanes++) {
            double last = 1;
            for (int closed = 0; closed <= lanes; closed++) {
                double share = Bottleneck.shareLeft(closure(lanes, closed, EmergencyType.ACCIDENT));

                assertThat(share).as("%s of %s lanes closed", closed, lanes).isBetween(0.0, last);
                last = share;
            }
            assertThat(last).as("all %s lanes closed", lanes).isZero();
        }
    }

    private static LaneClosure closure(int lanes, int closed, EmergencyType type) {
        return new LaneClosure(new UUID(0, 1), Carriageway.NORTHBOUND, 100_000, closed, lanes, type);
    }
}
