package smartcity.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.road.Road;

class TrafficDemandTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

    private final TrafficDemand demand = new TrafficDemand(ROAD);

    @ParameterizedTest
    @CsvSource({
        "J1A, 127857, 0.076",
        "J3, 100340, 0.065",
        "J8A, 64485, 0.106",
        "J9, 108452, 0.114",
        "J14, 102904, 0.108"
    })
    void carriesThePublishedDailyFlowOfTheLinkAfterAJunction(String junction, double vehicles, double lorryShare) {
        double place = ROAD.junction("M40", junction).chainageMetres() + 500;

        double counted = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            counted += 2 * demand.flowPerHour(place, MIDNIGHT.plusSeconds(minute * 60L)) / 60;
        }

        assertThat(counted).isCloseTo(vehicles, within(vehicles * 0.001));
        assertThat(demand.lorryShare(place)).isEqualTo(lorryShare);
    }

    @Test
    void peaksAtEightPercentOfTheDayInTheRushHour() {
        assertThat(TrafficDemand.shareOfHour(MIDNIGHT.plusSeconds(8 * 3600 + 1800)))
                .isCloseTo(0.08, within(1e-9));
        assertThat(TrafficDemand.shareOfHour(MIDNIGHT.plusSeconds(2 * 3600 + 1800)))
                .isLessThan(0.005);
    }

    @Test
    void followsTheClocksOfLondonInSummer() {
        Instant eightThirtyInLondon = Instant.parse("2026-07-01T07:30:00Z");

        assertThat(TrafficDemand.shareOfHour(eightThirtyInLondon)).isCloseTo(0.08, within(1e-9));
    }

    @Test
    void changesWithoutSteps() {
        for (int second = 0; second < 24 * 3600; second += 60) {
            double now = TrafficDemand.shareOfHour(MIDNIGHT.plusSeconds(second));
            double soon = TrafficDemand.shareOfHour(MIDNIGHT.plusSeconds(second + 60));

            assertThat(soon).as("after second %s", second).isCloseTo(now, within(0.001));
        }
    }
}
