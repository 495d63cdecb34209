package smartcity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FleetLimitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void eachReportIsTwoRecords() {
        assertThat(FleetLimits.rateOf(12_000, SECOND, 1)).isEqualTo(24_000);
        assertThat(FleetLimits.rateOf(200, Duration.ofMillis(500), 10)).isEqualTo(8_000);
    }

    @Test
    void theRateOfAFleetIsBoundedByItsIntervals() {
        assertThat(FleetLimits.leastRate(12_000, 1)).isEqualTo(7); // 12,000 x 2 / 3600 = 6.7
        assertThat(FleetLimits.leastRate(1, 1)).isEqualTo(1);
        assertThat(FleetLimits.mostRate(200, 1)).isEqualTo(4_000);
        assertThat(FleetLimits.mostRate(1_000_000, 3600)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void vehiclesAndIntervalFollowFromTheRate() {
        assertThat(FleetLimits.vehiclesFor(50_000, SECOND, 1)).isEqualTo(25_000);
        assertThat(FleetLimits.intervalFor(12_000, 40_000, 10)).isEqualTo(Duration.ofSeconds(6));
    }
}
