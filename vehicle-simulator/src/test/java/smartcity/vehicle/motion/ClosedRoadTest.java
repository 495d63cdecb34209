package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;
import smartcity.vehicle.traffic.TrafficState;

/// The behaviour of drivers where all lanes are closed from 07:00 to 09:00, in rain.
class ClosedRoadTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final double PLACE = ROAD.junction("M40", "J10").chainageMetres() - 2_500;
    private static final Carriageway NORTH = Carriageway.NORTHBOUND;
    private static final Instant SEVEN = Instant.parse("2026-11-23T07:00:00Z");
    private static final int VEHICLES = 300;

    private final Seed seed = new Seed(11);
    private final TrafficField field = new TrafficField(seed, ROAD, new AllLanesClosed());
    private final RouteNetwork routes = new RouteNetwork(seed, ROAD, field);

    @Test
    void nobodyPassesWhoCanStop() {
        int standing = 0;
        for (int index = 0; index < VEHICLES; index++) {
            VehicleDrive drive = new VehicleDrive(new Vehicle(seed, index), routes, SEVEN);
            boolean upstream = false;
            DriveState state = drive.at(micros(60));
            for (int second = 60; second < 7_200; second += 10) {
                state = drive.at(micros(second));
                upstream = continuesFromUpstream(state, upstream);
                if (upstream) {
                    assertThat(state.chainageMetres())
                            .as("place of vehicle %s, which came from upstream, %s s after seven", index, second)
                            .isLessThanOrEqualTo(PLACE + 250);
                }
            }
            standing += upstream && isStandingInQueue(state) ? 1 : 0;
        }
        assertThat(standing).as("vehicles standing in the queue").isGreaterThan(10);
    }

    /// Whether it drives towards the closure and was upstream of it on this trip.
    private static boolean continuesFromUpstream(DriveState state, boolean before) {
        return state.carriageway() == NORTH && !state.parked() && (before || state.chainageMetres() < PLACE - 1_000);
    }

    /// Whether it is at a standstill within 20 km upstream of the closure.
    private static boolean isStandingInQueue(DriveState state) {
        return state.speedKmh() < 0.5 && state.chainageMetres() > PLACE - 20_000;
    }

    /// Vehicles in the queue drive at the speed of the queue, except near its head, and while they brake at its tail.
    @Test
    void vehiclesInTheQueueMoveWithIt() {
        int queued = 0;
        for (int index = 0; index < VEHICLES; index++) {
            VehicleDrive drive = new VehicleDrive(new Vehicle(seed, index), routes, SEVEN);
            List<DriveState> minutes = IntStream.range(0, 185)
                    .mapToObj(minute -> drive.at(micros(60L * minute)))
                    .toList();
            for (int minute = 30; minute < 180; minute++) {
                DriveState state = minutes.get(minute);
                TrafficState traffic = trafficAround(state, minute);
                if (cruises(minutes, minute)
                        && isInsideTheQueue(state, traffic, trafficAround(minutes.get(minute - 1), minute - 1))) {
                    assertThat(state.speedKmh())
                            .as("speed of vehicle %s in minute %s after seven", index, minute)
                            .isBetween(traffic.speedKmh() - 12, traffic.speedKmh() + 12);
                    queued++;
                }
            }
        }
        assertThat(queued).as("minutes of vehicles in the queue").isGreaterThan(500);
    }

    private TrafficState trafficAround(DriveState state, int minute) {
        return field.stateAt(state.chainageMetres(), NORTH, SEVEN.getEpochSecond() + 60.0 * minute);
    }

    /// Whether a vehicle is in the queue, neither near its head nor braking at its tail.
    ///
    /// @param before the traffic around it a minute before
    private static boolean isInsideTheQueue(DriveState state, TrafficState traffic, TrafficState before) {
        return state.carriageway() == NORTH
                && Math.abs(state.chainageMetres() - PLACE) > 1_000
                && before.congested()
                && traffic.congested()
                && traffic.speedKmh() < 25;
    }

    /// Idling of cars and vans takes 0.3 to 1 l/h, of lorries 1.85 (U.S. Department of Energy, fact 861), of
    /// coaches 2.2; batteries and hybrids less. Nobody runs dry in the queue or after it.
    @Test
    void standingInTheQueueCostsIdlingAndNobodyRunsDry() {
        int intervals = 0;
        double lowest = 1;
        for (int index = 0; index < VEHICLES; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            VehicleDrive drive = new VehicleDrive(vehicle, routes, SEVEN);
            DriveState before = drive.at(micros(0));
            for (int second = 20; second < 9 * 3_600; second += 20) {
                DriveState state = drive.at(micros(second));
                double drawn = state.tally().missingJoules() - before.tally().missingJoules();
                if (!before.parked() && !state.parked() && before.chainageMetres() == state.chainageMetres()) {
                    assertThat(drawn * 180)
                            .as("consumption of vehicle %s, standing %s s after seven [J/h]", index, second)
                            .isBetween(0.8 * 3.6e6, mostForIdling(vehicle.vehicleClass()));
                    intervals++;
                }
                lowest = Math.min(lowest, 1 - state.tally().missingJoules() / vehicle.capacityJoules());
                before = state;
            }
        }
        assertThat(intervals).as("intervals at standstill").isGreaterThan(100);
        assertThat(lowest).as("lowest level").isBetween(0.07, 0.3);
    }

    /// [J/h]
    private static double mostForIdling(VehicleClass kind) {
        return switch (kind) {
            case LORRY -> 70e6;
            case COACH -> 80e6;
            case CAR, VAN, MOTORCYCLE -> 32e6;
        };
    }

    @Tag("long")
    @Test
    void accelerationAndJerkStayWithinTheirBoundsThroughTheQueue() {
        int stops = 0;
        for (int index = 0; index < VEHICLES; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            VehicleClass kind = vehicle.vehicleClass();
            VehicleDrive drive = new VehicleDrive(vehicle, routes, SEVEN);
            DriveState last = drive.at(micros(10) + routes.timetableOf(vehicle).phaseMicros());
            if (last.carriageway() == NORTH && last.chainageMetres() < PLACE && last.speedKmh() > 0) {
                double before = 0;
                for (int second = 11; second < 10_000; second++) {
                    DriveState state = drive.at(
                            micros(second) + routes.timetableOf(vehicle).phaseMicros());
                    double acceleration = (state.speedKmh() - last.speedKmh()) / 3.6;
                    if (state.tally().shift() != last.tally().shift()) {
                        break;
                    }
                    assertThat(acceleration)
                            .as("acceleration of vehicle %s in second %s", index, second)
                            .isBetween(-kind.braking() - 1e-9, kind.acceleration() + 1e-9);
                    if (second > 11) {
                        assertThat(acceleration - before)
                                .as("jerk of vehicle %s in second %s", index, second)
                                .isBetween(-1 - 1e-9, 1 + 1e-9);
                    }
                    stops += state.speedKmh() < 0.1 && last.speedKmh() >= 0.1 ? 1 : 0;
                    before = acceleration;
                    last = state;
                }
            }
        }
        assertThat(stops).as("stops").isGreaterThan(5);
    }

    @Test
    void fleetThatStartsLaterContinuesWithTheSameStates() {
        long later = micros(4 * 3600);
        Instant start = SEVEN.plusSeconds(4 * 3600);
        List<DriveState> continued =
                drives(SEVEN.minusSeconds(3600)).map(drive -> drive.at(later)).toList();

        List<DriveState> restarted = drives(start).map(drive -> drive.at(later)).toList();

        assertThat(restarted).isEqualTo(continued);
    }

    /// A prevented distance is not driven later: each shift begins at home in its usual state.
    @Test
    void lateVehiclesShortenTheirShiftAndAreHomeWhenTheNextOneBegins() {
        int shortened = 0;
        int away = 0;
        for (int index = 0; index < VEHICLES; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            ShiftTimetable timetable = routes.timetableOf(vehicle);
            VehicleDrive drive = new VehicleDrive(vehicle, routes, SEVEN);
            long shift = timetable.shiftAt(SEVEN.getEpochSecond() + 3_600);
            long next = timetable.startOf(shift + 1) * 1_000_000 + timetable.phaseMicros();

            DriveState last = drive.at(next - 1);
            DriveState first = drive.at(next);

            assertThat(first.chainageMetres())
                    .as("place of vehicle %s at the next shift's beginning", index)
                    .isCloseTo(timetable.homeMetres(), within(1e-6));
            double missing = vehicle.missingJoules(vehicle.homeLevel());
            assertThat(first.tally()).as("tally of vehicle %s", index).isEqualTo(new ShiftTally(shift + 1, 0, missing));
            assertThat(last.tally().shift()).as("shift of vehicle %s", index).isEqualTo(shift);
            away += Math.abs(last.chainageMetres() - timetable.homeMetres()) > 0.01 ? 1 : 0;
            shortened += last.tally().metres() < timetable.plannedMetres() - 1_000 ? 1 : 0;
        }
        assertThat(shortened).as("shortened shifts").isBetween(5, VEHICLES / 3);
        assertThat(away).as("vehicles away from home").isLessThanOrEqualTo(VEHICLES / 100);
    }

    /// Counts vehicles that wait, at home or on the way, with tours left.
    @Test
    void vehiclesTooLateForTheNextTourDoNotSetOut() {
        int stayed = 0;
        for (int index = 0; index < VEHICLES; index++) {
            ShiftTimetable timetable = routes.timetableOf(new Vehicle(seed, index));
            VehicleDrive drive = new VehicleDrive(new Vehicle(seed, index), routes, SEVEN);
            long shift = timetable.shiftAt(SEVEN.getEpochSecond() + 3_600);
            long latest = timetable.legs().stream()
                    .mapToLong(JourneyLeg::latest)
                    .filter(second -> second < JourneyLeg.NEVER)
                    .max()
                    .orElseThrow();
            DriveState before = stateAt(drive, timetable, timetable.startOf(shift) + latest);
            boolean late = before.parked() && before.tally().metres() < timetable.plannedMetres() - 20_000;
            for (long second = latest; second < timetable.shiftSeconds(); second += 30) {
                DriveState now = stateAt(drive, timetable, timetable.startOf(shift) + second);
                boolean setsOut = before.parked()
                        && !now.parked()
                        && Math.abs(before.chainageMetres() - timetable.homeMetres()) < 1;
                if (setsOut) {
                    assertThat(second)
                            .as("second in which vehicle %s sets out from home", index)
                            .isLessThanOrEqualTo(latest + 30);
                }
                before = now;
            }
            stayed += late && before.parked() ? 1 : 0;
        }
        assertThat(stayed).as("vehicles that stayed").isPositive();
    }

    private static DriveState stateAt(VehicleDrive drive, ShiftTimetable timetable, long second) {
        return drive.at(second * 1_000_000 + timetable.phaseMicros());
    }

    /// Steps of a second to some minutes forward and back, and sometimes of hours.
    @Test
    void statesAreTheSameInAnySequenceOfReads() {
        RandomGenerator random = new SplittableRandom(1);
        for (int index = 0; index < 30; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            VehicleDrive drive = new VehicleDrive(vehicle, routes, SEVEN.plusSeconds(1_800));
            NavigableMap<Long, DriveState> states = new TreeMap<>();
            double second = 1_800;
            for (int read = 0; read < 400; read++) {
                double leap = read % 40 == 0 ? 7_200 : read % 7 == 0 ? 300 : 80;
                second = Math.clamp(second + leap * (2 * random.nextDouble() - 0.9), 0, 5 * 3_600);
                long instant = micros(0) + (long) (second * 1e6);

                states.put(instant, drive.at(instant));
            }

            VehicleDrive forward = new VehicleDrive(vehicle, routes, SEVEN.minusSeconds(600));
            String vehicleId = vehicle.deviceId();
            states.forEach((instant, state) -> assertThat(forward.at(instant))
                    .as("%s at %s us", vehicleId, instant)
                    .isEqualTo(state));
        }
    }

    /// Whether it does not rest now, nor a few minutes before or after.
    private static boolean cruises(List<DriveState> minutes, int minute) {
        return Stream.of(minute - 4, minute, minute + 4)
                .noneMatch(one -> minutes.get(one).parked());
    }

    private Stream<VehicleDrive> drives(Instant from) {
        return IntStream.range(0, VEHICLES).mapToObj(index -> new VehicleDrive(new Vehicle(seed, index), routes, from));
    }

    private static long micros(long sinceSeven) {
        return (SEVEN.getEpochSecond() + sinceSeven) * 1_000_000;
    }

    private record AllLanesClosed() implements Disturbances {
        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return new RoadWeather(3, 0, 8_000, 9);
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            long sinceSeven = minute - SEVEN.getEpochSecond() / 60;
            return carriageway == NORTH && sinceSeven >= 0 && sinceSeven < 120
                    ? List.of(new LaneClosure(new UUID(0, 1), NORTH, PLACE, 3, 3, EmergencyType.ACCIDENT))
                    : List.of();
        }
    }
}
