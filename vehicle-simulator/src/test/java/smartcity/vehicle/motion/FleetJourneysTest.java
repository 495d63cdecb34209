package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

class FleetJourneysTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final TrafficDemand DEMAND = new TrafficDemand(ROAD);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<Double> SERVICES = List.of(33_870.0, 72_340.0, 99_670.0, 138_070.0);

    private final Seed seed = new Seed(7);
    private final RouteNetwork routes = new RouteNetwork(seed, ROAD, new TrafficField(seed, ROAD));

    /// By the distance of 40,000 vehicles per second of their timetables, on every part of the road with equal
    /// demand. Three deviations of sampling are 3 % at the ends of the road, where fewest are.
    @Tag("long")
    @Test
    void vehicleKilometresAreDistributedLikeTheFlows() {
        Map<Double, double[]> parts = new TreeMap<>();
        for (double place = 250; place < ROAD.lengthMetres(); place += 500) {
            double flow = DEMAND.flowPerHour(place, NOON);
            parts.computeIfAbsent(flow, ignored -> new double[2])[0] += flow;
        }
        timetables(40_000).forEach(timetable -> {
            double from = timetable.homeMetres();
            for (JourneyLeg leg : timetable.legs()) {
                double low = Math.min(from, leg.toMetres());
                double high = Math.max(from, leg.toMetres());
                for (double place = 250 + 500 * Math.ceil((low - 250) / 500); place < high; place += 500) {
                    parts.getOrDefault(DEMAND.flowPerHour(place, NOON), new double[2])[1] +=
                            1.0 / timetable.shiftSeconds();
                }
                from = leg.toMetres();
            }
        });

        double flows = parts.values().stream().mapToDouble(sums -> sums[0]).sum();
        double driven = parts.values().stream().mapToDouble(sums -> sums[1]).sum();

        assertThat(parts).hasSize(19);
        assertThat(parts.values())
                .allSatisfy(
                        sums -> assertThat(sums[1] / driven / (sums[0] / flows)).isCloseTo(1, within(0.05)));
    }

    @Test
    void journeysLeadFromAJunctionToAnotherAndBackHome() {
        List<Double> junctions =
                ROAD.junctions().stream().map(Junction::chainageMetres).toList();

        timetables(500).forEach(timetable -> {
            assertThat(junctions).contains(timetable.homeMetres());
            assertThat(timetable.legs().getLast().toMetres()).isEqualTo(timetable.homeMetres());
            assertThat(timetable.legs())
                    .filteredOn(leg -> !isServices(leg.toMetres()))
                    .hasSize(8)
                    .allSatisfy(leg -> assertThat(junctions).contains(leg.toMetres()));
        });
    }

    /// An hour and a quarter at 144 km/h, the greatest speed of any driver, are 180 km. Some recharge meanwhile.
    @Test
    void longJourneysAreBrokenAtServicesForAQuarterToHalfAnHour() {
        int breaks = 0;
        for (ShiftTimetable timetable : timetables(500)) {
            double from = timetable.homeMetres();
            for (int index = 0; index < timetable.legs().size(); index++) {
                JourneyLeg leg = timetable.legs().get(index);
                assertThat(Math.abs(leg.toMetres() - from))
                        .as("leg %s of %s", index, timetable)
                        .isBetween(500.0, 180_000.0);
                if (isServices(leg.toMetres())) {
                    JourneyLeg onward = timetable.legs().get(index + 1);
                    assertThat(onward.restSeconds())
                            .as("break before %s", onward)
                            .isBetween(15 * 60L, (onward.fills() ? 90 : 30) * 60L);
                    breaks++;
                }
                from = leg.toMetres();
            }
        }
        assertThat(breaks).isBetween(300, 1_000);
    }

    /// Thirty vehicles of each of five seeds over two working days: no journey is skipped.
    @Test
    void everyShiftIsDrivenToItsEndWhereTheRoadIsOpen() {
        int shifts = IntStream.rangeClosed(1, 5)
                .parallel()
                .map(city -> driveTwoDays(new Seed(city)))
                .sum();

        assertThat(shifts).isGreaterThan(600);
    }

    /// Drives all vehicles shift by shift, so that the traffic of a day is computed only once.
    private static int driveTwoDays(Seed city) {
        RouteNetwork roads = new RouteNetwork(city, ROAD, new TrafficField(city, ROAD));
        Instant morning = Instant.parse("2026-11-23T03:00:00Z");
        List<Vehicle> vehicles = IntStream.range(0, 30)
                .mapToObj(index -> new Vehicle(city, index))
                .toList();
        List<ShiftTimetable> timetables =
                vehicles.stream().map(roads::timetableOf).toList();
        List<VehicleDrive> drives = vehicles.stream()
                .map(vehicle -> new VehicleDrive(vehicle, roads, morning))
                .toList();
        int driven = 0;
        boolean finished = false;
        for (int round = 0; !finished; round++) {
            finished = true;
            for (int index = 0; index < drives.size(); index++) {
                ShiftTimetable timetable = timetables.get(index);
                long shift = timetable.shiftAt(morning.getEpochSecond()) + round;
                if (shift < timetable.shiftAt(morning.getEpochSecond() + 48 * 3600)) {
                    DriveState state = drives.get(index).at((timetable.startOf(shift + 1) - 1) * 1_000_000);

                    assertThat(state.tally().metres())
                            .as("vehicle %s in shift %s", index, shift)
                            .isCloseTo(timetable.plannedMetres(), within(0.1));
                    assertThat(state.chainageMetres())
                            .as("vehicle %s in shift %s", index, shift)
                            .isCloseTo(timetable.homeMetres(), within(1e-6));
                    assertThat(state.speedKmh())
                            .as("vehicle %s in shift %s", index, shift)
                            .isZero();
                    driven++;
                    finished = false;
                }
            }
        }
        return driven;
    }

    private static boolean isServices(double chainageMetres) {
        return SERVICES.stream().anyMatch(services -> Math.abs(services - chainageMetres) < 10);
    }

    private List<ShiftTimetable> timetables(int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(index -> routes.timetableOf(new Vehicle(seed, index)))
                .toList();
    }
}
