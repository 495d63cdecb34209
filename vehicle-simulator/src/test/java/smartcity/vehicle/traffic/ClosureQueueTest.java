package smartcity.vehicle.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;
import smartcity.road.Road;

/// Lanes closed from 08:00 to 08:40 on a Monday between J9 and J10, three lanes without a ramp in 9 km.
class ClosureQueueTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double PLACE = ROAD.junction("M40", "J10").chainageMetres() - 2_500;
    private static final Carriageway NORTH = Carriageway.NORTHBOUND;
    private static final double EIGHT = Instant.parse("2026-11-23T08:00:00Z").getEpochSecond();

    private final TrafficField open = new TrafficField(new Seed(1), ROAD);
    private final TrafficField oneClosed = new TrafficField(new Seed(1), ROAD, new Closed(1, RoadWeather.FINE));
    private final TrafficField allClosed = new TrafficField(new Seed(1), ROAD, new Closed(3, RoadWeather.FINE));

    /// Three lanes carry 3 x 2330/(1 + 0.015 x 11.4) = 5,969 vehicles/h; with one closed 49 % of it pass.
    @Test
    void noMorePassThanTheClosureLeaves() {
        double passing = oneClosed.stateAt(PLACE + 1_000, NORTH, EIGHT + 1_800).flowPerHour();

        assertThat(passing).isCloseTo(0.49 * 5_969, within(60.0));
    }

    @Test
    void nobodyPassesWhereAllLanesAreClosed() {
        TrafficState beyond = allClosed.stateAt(PLACE + 1_000, NORTH, EIGHT + 1_800);
        TrafficState before = allClosed.stateAt(PLACE - 1_000, NORTH, EIGHT + 1_800);

        assertThat(beyond.densityPerKm()).isLessThan(0.5);
        assertThat(before.speedKmh()).isLessThan(0.5);
        assertThat(allClosed.stopMetres(PLACE - 1_000, NORTH, EIGHT + 1_800)).isCloseTo(1_000, within(250.0));
        assertThat(allClosed.stopMetres(PLACE + 1_000, NORTH, EIGHT + 1_800)).isInfinite();
        assertThat(allClosed.stopMetres(PLACE - 1_000, NORTH, EIGHT - 60)).isInfinite();
    }

    /// The tail of a queue moves at the ratio of the jumps of flow and density across it: Rankine and
    /// Hugoniot, as in Lighthill and Whitham, "On kinematic waves II", 1955. In 10 minutes within a cell of
    /// 500 m.
    @Test
    void tailMovesUpstreamAtTheSpeedOfTheShockWave() {
        TrafficState queue = oneClosed.stateAt(PLACE - 750, NORTH, EIGHT + 1_500);
        TrafficState arriving = open.stateAt(PLACE - 5_000, NORTH, EIGHT + 1_200);
        double shockKmh =
                (arriving.flowPerHour() - queue.flowPerHour()) / (queue.densityPerKm() - arriving.densityPerKm());

        double early = tail(oneClosed, EIGHT + 900);
        double late = tail(oneClosed, EIGHT + 1_500);

        assertThat(shockKmh).isBetween(5.0, 20.0);
        assertThat(early - late).isCloseTo(shockKmh / 6 * 1_000, within(500.0));
    }

    @Test
    void queueStaysUpstream() {
        for (double place = PLACE + 500; place < PLACE + 20_000; place += 500) {
            TrafficState disturbed = oneClosed.stateAt(place, NORTH, EIGHT + 2_400);
            TrafficState undisturbed = open.stateAt(place, NORTH, EIGHT + 2_400);

            assertThat(disturbed.speedKmh()).as("at %s m", place).isGreaterThan(undisturbed.speedKmh() - 0.5);
        }
        for (double place = 0; place < ROAD.lengthMetres(); place += 1_000) {
            assertThat(oneClosed.stateAt(place, Carriageway.SOUTHBOUND, EIGHT + 2_400))
                    .as("at %s m", place)
                    .isEqualTo(open.stateAt(place, Carriageway.SOUTHBOUND, EIGHT + 2_400));
        }
    }

    /// No flow passes the closure, and across the tail of the queue it is between that of both sides.
    @Test
    void flowIsNowhereAboveThatOfBothSides() {
        for (double place = PLACE - 8_000; place < PLACE + 3_000; place += 20) {
            for (double second = EIGHT + 120; second < EIGHT + 2_400; second += 20) {
                double flow = allClosed.stateAt(place, NORTH, second).flowPerHour();
                double undisturbed = open.stateAt(place, NORTH, second).flowPerHour();

                assertThat(flow).as("flow at %s m", place).isLessThan(undisturbed * 1.02);
            }
            double late = allClosed.stateAt(place, NORTH, EIGHT + 2_300).flowPerHour();
            if (Math.abs(place - PLACE) < 2_000) {
                assertThat(late).as("flow at %s m", place).isLessThan(150);
            }
        }
    }

    /// On 6 km without a ramp the number of vehicles grows by those that came in minus those that went out, within
    /// half a cell of standing vehicles, 0.25 km of 300.
    @Test
    void noVehicleIsLostInTheQueue() {
        double from = PLACE - 5_000;
        double to = PLACE + 750;
        double came = 0;
        double went = 0;
        for (double second = 0; second < 1_200; second += 10) {
            came += allClosed.stateAt(from, NORTH, EIGHT + second).flowPerHour() / 360;
            went += allClosed.stateAt(to, NORTH, EIGHT + second).flowPerHour() / 360;
        }

        double more = vehicles(allClosed, from, to, EIGHT + 1_200) - vehicles(allClosed, from, to, EIGHT);

        assertThat(came - went).isGreaterThan(1_000);
        assertThat(more).isCloseTo(came - went, within(75.0));
    }

    @Test
    void queueIsGoneAnHourAfterTheLanesAreOpen() {
        assertThat(tail(oneClosed, EIGHT + 2_400)).isLessThan(PLACE - 3_000);

        for (double place = PLACE - 30_000; place < PLACE + 10_000; place += 500) {
            assertThat(oneClosed.stateAt(place, NORTH, EIGHT + 6_000).congested())
                    .as("congested at %s", place)
                    .isFalse();
        }
    }

    /// Half a day of rain, so that the flow equals the demand again: weather does not change where vehicles join or
    /// leave.
    @Test
    void heavyRainSlowsTrafficDownAndLowersWhatTheRoadCarries() {
        TrafficField wet = new TrafficField(new Seed(1), ROAD, new Closed(0, new RoadWeather(12, 0, 9_000, 8)));

        TrafficState rain = wet.stateAt(60_000, NORTH, EIGHT - 3_600);
        TrafficState fine = open.stateAt(60_000, NORTH, EIGHT - 3_600);

        assertThat(rain.freeSpeedKmh()).isCloseTo(fine.freeSpeedKmh() * 0.945, within(0.01));
        assertThat(rain.speedKmh()).isLessThan(fine.speedKmh() * 0.96);
        assertThat(rain.criticalDensityPerKm()).isCloseTo(fine.criticalDensityPerKm() * 0.8587 / 0.945, within(0.1));
        assertThat(rain.flowPerHour()).isCloseTo(fine.flowPerHour(), within(fine.flowPerHour() * 0.02));
        assertThat(rain.speedOf(110)).isLessThan(110 * 0.945 + 0.01);
        assertThat(wet.weatherAt(60_000, EIGHT).rainMmPerHour()).isEqualTo(12);
    }

    /// Chainage of the first queue upstream of the closure whose speed is below half of the free speed.
    private static double tail(TrafficField field, double second) {
        double place = PLACE - 20_000;
        while (place < PLACE) {
            TrafficState state = field.stateAt(place, NORTH, second);
            if (state.speedKmh() < state.freeSpeedKmh() / 2) {
                return place;
            }
            place += 50;
        }
        return place;
    }

    private static double vehicles(TrafficField field, double from, double to, double second) {
        double sum = 0;
        for (double place = from + 5; place < to; place += 10) {
            sum += field.stateAt(place, NORTH, second).densityPerKm() / 100;
        }
        return sum;
    }

    /// Some lanes closed from 08:00 to 08:40, all day the same weather.
    private record Closed(int lanes, RoadWeather weather) implements Disturbances {
        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return weather;
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            long sinceEight = minute - (long) EIGHT / 60;
            return lanes > 0 && carriageway == NORTH && sinceEight >= 0 && sinceEight < 40
                    ? List.of(new LaneClosure(new UUID(0, 1), NORTH, PLACE, lanes, 3, EmergencyType.ACCIDENT))
                    : List.of();
        }
    }
}
