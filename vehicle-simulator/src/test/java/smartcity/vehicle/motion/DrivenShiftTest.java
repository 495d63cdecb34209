package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

/// Shifts with a handmade timetable.
class DrivenShiftTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double HOME = 1_000;
    private static final long SHIFT_SECONDS = 12 * 3_600;
    private static final long NEVER = JourneyLeg.NEVER;
    private static final long SHIFT = Instant.parse("2026-11-24T00:00:00Z").getEpochSecond() / SHIFT_SECONDS;

    private final Seed seed = new Seed(11);
    private final RouteNetwork routes = new RouteNetwork(seed, ROAD, new TrafficField(seed, ROAD));

    /// The plan charges the battery at the first stop, 190 km away; from there the car drives home without a stop.
    /// After 5,000 s it is too far from home to return without charging.
    @Test
    void aCarThatTurnsRoundBeforeItsPlannedChargeChargesWhereItTurns() {
        Vehicle car = electricCarWithARangeOf(160_000, 220_000);
        List<JourneyLeg> legs = List.of(
                new JourneyLeg(191_000, 0, false, NEVER, 5_000, 2),
                new JourneyLeg(194_000, 3_600, true, NEVER, NEVER, 2),
                new JourneyLeg(HOME, 60, false, NEVER, NEVER, 2));
        ShiftTimetable timetable = new ShiftTimetable(HOME, legs, 386_000, SHIFT_SECONDS, 0);

        List<DriveState> states = states(new DrivenShift(timetable, routes, driver(car), new EnergyStore(car), SHIFT));

        int arrived = first(states, 0, true);
        int left = first(states, arrived, false);
        int home = first(states, left, true);
        assertThat(states.get(arrived).chainageMetres()).isBetween(HOME + 110_000, 170_000.0);
        assertThat(level(car, states.get(left))).isCloseTo(0.8, within(1e-9));
        assertThat(left - arrived)
                .isEqualTo(car.fillingSeconds(states.get(arrived).tally().missingJoules()));
        assertThat(states.get(home).chainageMetres()).isCloseTo(HOME, within(0.01));
        assertThat(level(car, states.get(home))).isGreaterThan(0.1);
    }

    /// A car whose battery lasts for the way out, but not for twice that distance.
    private Vehicle electricCarWithARangeOf(double least, double most) {
        return IntStream.range(0, 100_000)
                .mapToObj(index -> new Vehicle(seed, index))
                .filter(vehicle -> vehicle.electric() && vehicle.vehicleClass() == VehicleClass.CAR)
                .filter(car -> range(car) > least && range(car) < most)
                .findFirst()
                .orElseThrow();
    }

    /// Planned range from home until a tenth remains [m].
    private static double range(Vehicle car) {
        return (car.homeLevel() - 0.1) * car.capacityJoules() / car.plannedPerMetre();
    }

    private Driver driver(Vehicle car) {
        return new Driver(car, routes, 0);
    }

    private static double level(Vehicle car, DriveState state) {
        return 1 - state.tally().missingJoules() / car.capacityJoules();
    }

    /// The states of a shift, one each second.
    private static List<DriveState> states(DrivenShift ride) {
        List<DriveState> states = new ArrayList<>();
        for (int second = 0; second < SHIFT_SECONDS - 1; second++) {
            states.add(ride.at(0));
            ride.advanceTo(ride.second() + 1);
        }
        return states;
    }

    private static int first(List<DriveState> states, int from, boolean parked) {
        return IntStream.range(from, states.size())
                .filter(second -> states.get(second).parked() == parked)
                .findFirst()
                .orElseThrow();
    }
}
