package smartcity.vehicle.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.road.Road;

class TrafficFieldTest {
    private static final Road ROAD = Road.londonToBirmingham();

    private final TrafficField field = new TrafficField(new Seed(1), ROAD);

    /// A seed with a busy Monday: demand at J4 exceeds the capacity of two lanes.
    private final TrafficField busy = new TrafficField(new Seed(5), ROAD);

    /// Where nobody queues, the day's flow is that of the traffic count (half of both directions), up to what the
    /// fluctuation of a Monday adds: 6 % for the weekday, 8 % for the day and the mean of the quarters at most.
    @ParameterizedTest
    @CsvSource({"M40,J1A,5000,127857", "M40,J9,5000,108452", "M40,J11,5000,87894", "M40,J16,3000,105188"})
    void aDaysFlowIsThatOfTheTrafficCount(String road, String junction, double beyondMetres, double vehiclesPerDay) {
        double place = ROAD.junction(road, junction).chainageMetres() + beyondMetres;
        double start = second("2026-11-23T03:00:00Z");

        double flow = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            flow += field.stateAt(place, Carriageway.NORTHBOUND, start + minute * 60)
                            .flowPerHour()
                    / 60;
        }

        assertThat(flow).isBetween(vehiclesPerDay / 2 * 1.06 * 0.9, vehiclesPerDay / 2 * 1.06 * 1.1);
    }

    @ParameterizedTest
    @EnumSource(Carriageway.class)
    void nightIsFreeEverywhere(Carriageway carriageway) {
        for (double place = 0; place < ROAD.lengthMetres(); place += 250) {
            TrafficState state = field.stateAt(place, carriageway, second("2026-11-23T03:00:00Z"));

            assertThat(state.congested()).as("at %s m", place).isFalse();
            assertThat(state.freedom()).as("at %s m", place).isGreaterThan(0.95);
            assertThat(state.speedKmh()).as("at %s m", place).isGreaterThan(state.freeSpeedKmh() * 0.98);
        }
    }

    @Test
    void queueFormsUpstreamOfTheLaneDropAtJ4AndDissolvesAfterThePeak() {
        double drop = ROAD.junction("M40", "J4").chainageMetres();

        TrafficState upstream = busy.stateAt(drop - 1_000, Carriageway.NORTHBOUND, second("2026-11-23T08:00:00Z"));
        TrafficState downstream = busy.stateAt(drop + 4_000, Carriageway.NORTHBOUND, second("2026-11-23T08:00:00Z"));
        TrafficState later = busy.stateAt(drop - 1_000, Carriageway.NORTHBOUND, second("2026-11-23T12:00:00Z"));

        assertThat(upstream.congested()).isTrue();
        assertThat(upstream.speedKmh()).isLessThan(50);
        assertThat(downstream.congested()).isFalse();
        assertThat(downstream.speedKmh()).isGreaterThan(95);
        assertThat(later.congested()).isFalse();
    }

    @Test
    void laneDropLetsNoMoreThanItsCapacityPass() {
        double drop = ROAD.junction("M40", "J4").chainageMetres();

        double passing = busy.stateAt(drop + 1_000, Carriageway.NORTHBOUND, second("2026-11-23T07:45:00Z"))
                .flowPerHour();

        // 2 lanes of 2330/(1 + 0.015 x 6.6) vehicles/h, 7 % less for the merging: 3,943; between two cells' centres a
        // little less
        assertThat(passing).isCloseTo(3_943, within(150.0));
    }

    @Test
    void dayFollowsDayWithoutAStep() {
        double boundary = second("2026-11-24T02:00:00Z");
        for (double place = 0; place < ROAD.lengthMetres(); place += 1_000) {
            TrafficState before = field.stateAt(place, Carriageway.SOUTHBOUND, boundary - 1);
            TrafficState after = field.stateAt(place, Carriageway.SOUTHBOUND, boundary + 1);

            assertThat(after.speedKmh()).as("at %s m", place).isCloseTo(before.speedKmh(), within(1.0));
            assertThat(after.densityPerKm()).as("at %s m", place).isCloseTo(before.densityPerKm(), within(0.5));
        }
    }

    @Test
    void sameSeedGivesTheSameTrafficInAnySequenceOfReads() {
        TrafficField other = new TrafficField(new Seed(1), ROAD);
        other.stateAt(0, Carriageway.NORTHBOUND, second("2026-12-24T08:00:00Z"));

        TrafficState state = field.stateAt(60_000, Carriageway.NORTHBOUND, second("2026-11-23T08:00:00Z"));

        assertThat(other.stateAt(60_000, Carriageway.NORTHBOUND, second("2026-11-23T08:00:00Z")))
                .isEqualTo(state);
        assertThat(new TrafficField(new Seed(2), ROAD)
                        .stateAt(60_000, Carriageway.NORTHBOUND, second("2026-11-23T08:00:00Z")))
                .isNotEqualTo(state);
    }

    private static double second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
