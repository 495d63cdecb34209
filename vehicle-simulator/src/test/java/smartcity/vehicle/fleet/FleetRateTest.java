package smartcity.vehicle.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetRateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// Two records per vehicle and interval of simulated time.
    private static double recordsPerRealSecond(Fleet.Size size, double factor) {
        return 2.0 * size.vehicles() * factor / (size.interval().toNanos() / 1e9);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, PT1S",
        "3, 1, PT1S",
        "50000, 1, PT1S",
        "24001, 1, PT1S",
        "50000, 3600, PT1S",
        "777, 0.1, PT1S",
        "50001, 60, PT0.1S",
        "1999999, 1, PT1S",
        "33, 1, PT1H",
        "1001, 7.5, PT1H"
    })
    void isReachedAtAnyIntervalAndFactor(int perSecond, double factor, Duration interval) {
        Fleet.Size size = new FleetRate(perSecond, factor).with(interval);

        assertThat(recordsPerRealSecond(size, factor)).isBetween(0.9999 * perSecond, 1.0001 * perSecond);
    }

    @Test
    void staysNearTheRequestedInterval() {
        assertThat(new FleetRate(24_001, 1).with(SECOND)).satisfies(size -> {
            assertThat(size.vehicles()).isEqualTo(12_001);
            assertThat(size.interval()).isBetween(SECOND, SECOND.plusMillis(1));
        });
    }

    @Test
    void keepsTheSizeOfAFleet() {
        assertThat(new FleetRate(40_000, 10).with(12_000)).isEqualTo(new Fleet.Size(12_000, Duration.ofSeconds(6)));
    }

    @Test
    void statesTheRangeOfAFleet() {
        assertThatThrownBy(() -> new FleetRate(50_000, 1).with(200))
                .hasMessage("vehicle.rate must be within [1, 4000] with 200 vehicles at factor 1.0 but was 50000");
        assertThatThrownBy(() -> new FleetRate(6, 1).with(12_000))
                .hasMessage("vehicle.rate must be within [7, 240000] with 12000 vehicles at factor 1.0 but was 6");
    }

    @Test
    void statesTheRateOfTheLargestFleet() {
        assertThatThrownBy(() -> new FleetRate(2_000_001, 1).with(SECOND))
                .hasMessage(
                        "vehicle.rate must be at most 2000000 with an interval of PT1S at factor 1.0 but was 2000001");
    }

    @Test
    void refusesARateOfZero() {
        assertThatThrownBy(() -> new FleetRate(0, 1)).hasMessage("vehicle.rate must be at least 1 but was 0");
    }
}
