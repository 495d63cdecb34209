package smartcity.view.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Severity;
import smartcity.event.TrafficFlow;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.view.report.CameraReport;
import smartcity.view.state.CameraReading;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.SimulatedMoment;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;

class RoadSpeedsTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");
    private static final SimulatedMoment NOW = new SimulatedMoment(AT.toEpochMilli(), 1);

    private final RoadSpeeds speeds = new RoadSpeeds(ROAD);

    private static TrackedVehicle car(double km, double speed, boolean northbound) {
        return new TrackedVehicle(
                0,
                "car",
                VehicleType.CAR,
                AT.toEpochMilli(),
                km * 1000,
                speed,
                northbound,
                1_000,
                VehicleActivity.DRIVING);
    }

    private static CameraReading camera(double km, double speed, Carriageway carriageway) {
        return new CameraReading(
                new CameraReport(
                        UUID.randomUUID().toString(),
                        "camera",
                        ROAD.locationAt(km * 1000),
                        AT.toEpochMilli(),
                        new CameraSnapshot(new byte[] {1}),
                        carriageway,
                        new TrafficFlow(20, speed, 2_000, 0.05, false)),
                km * 1000,
                60_000,
                List.of());
    }

    private static RoadIncident closure(double km, int lanesClosed, Carriageway carriageway) {
        EmergencyReport report = new EmergencyReport(
                UUID.randomUUID(),
                "reporter",
                UUID.randomUUID(),
                EmergencyType.FIRE,
                AT,
                ROAD.locationAt(km * 1000),
                IncidentStatus.ACTIVE,
                "a vehicle caught fire",
                Severity.CRITICAL,
                lanesClosed,
                "M40",
                carriageway);
        return new RoadIncident(km * 1000, 3, List.of(report));
    }

    private int at(byte[] state, int km, boolean northbound) {
        return Byte.toUnsignedInt(state[(northbound ? 0 : speeds.cells()) + km]);
    }

    @Test
    void oneVehicleThatLeavesForServicesIsNoQueue() {
        double services = ROAD.chainageNear(new Location(52.220, -1.516)) / 1000; // Warwick, at no junction
        List<TrackedVehicle> one = List.of(car(services - 0.1, 20, true));
        List<TrackedVehicle> three =
                List.of(car(services - 0.1, 20, true), car(services - 0.12, 20, true), car(services - 0.14, 20, true));

        assertThat(at(speeds.at(NOW, one, List.of(), List.of()), (int) (services - 0.1), true))
                .isEqualTo(RoadSpeeds.UNKNOWN);
        assertThat(at(speeds.at(NOW, three, List.of(), List.of()), (int) (services - 0.1), true))
                .isLessThan(30);
    }

    @Test
    void someThatLeaveServicesTogetherAreForgottenSoon() {
        double services = ROAD.chainageNear(new Location(52.220, -1.516)) / 1000;
        List<TrackedVehicle> three =
                List.of(car(services - 0.1, 20, true), car(services - 0.12, 20, true), car(services - 0.14, 20, true));
        speeds.at(NOW, three, List.of(), List.of());

        byte[] soon = speeds.at(new SimulatedMoment(NOW.nowMillis() + 10_000, 1), List.of(), List.of(), List.of());
        byte[] later = speeds.at(new SimulatedMoment(NOW.nowMillis() + 20_000, 1), List.of(), List.of(), List.of());

        assertThat(at(soon, (int) (services - 0.1), true)).isLessThan(30);
        assertThat(at(later, (int) (services - 0.1), true)).isEqualTo(RoadSpeeds.UNKNOWN);
    }

    @Test
    void nothingIsKnownWithoutReports() {
        byte[] state = speeds.at(NOW, List.of(), List.of(), List.of());

        assertThat(state).hasSize(2 * 197).containsOnly(RoadSpeeds.UNKNOWN);
    }

    @Test
    void vehiclesShowTheSpeedOfTheirKilometreAndCarriageway() {
        byte[] state = speeds.at(NOW, List.of(car(104.5, 56.3, true)), List.of(), List.of());

        assertThat(at(state, 104, true)).isEqualTo(50); // half of 70 mph
        assertThat(at(state, 104, false)).isEqualTo(RoadSpeeds.UNKNOWN);
        assertThat(at(state, 105, true)).isEqualTo(RoadSpeeds.UNKNOWN);
    }

    @Test
    void theSpeedOfAKilometreHoldsForAWhileAfterItsVehicleHasLeft() {
        speeds.at(NOW, List.of(car(104.5, 56.3, true)), List.of(), List.of());

        byte[] soon = speeds.at(new SimulatedMoment(NOW.nowMillis() + 170_000, 1), List.of(), List.of(), List.of());
        byte[] later = speeds.at(new SimulatedMoment(NOW.nowMillis() + 190_000, 1), List.of(), List.of(), List.of());

        assertThat(at(soon, 104, true)).isEqualTo(50);
        assertThat(at(later, 104, true)).isEqualTo(RoadSpeeds.UNKNOWN);
    }

    @Test
    void betweenTwoCamerasTheSpeedIsOnTheLineBetweenTheirs() {
        List<CameraReading> cameras =
                List.of(camera(104.5, 112.65, Carriageway.NORTHBOUND), camera(108.5, 56.33, Carriageway.NORTHBOUND));

        byte[] state = speeds.at(NOW, List.of(), cameras, List.of());

        assertThat(at(state, 104, true)).isEqualTo(100);
        assertThat(at(state, 106, true)).isEqualTo(75);
        assertThat(at(state, 108, true)).isEqualTo(50);
        assertThat(at(state, 109, true)).isEqualTo(RoadSpeeds.UNKNOWN);
    }

    @Test
    void aCameraThatIsSilentSaysNothing() {
        SimulatedMoment later = new SimulatedMoment(NOW.nowMillis() + 190_000, 1);

        byte[] state = speeds.at(later, List.of(), List.of(camera(104.5, 112, Carriageway.NORTHBOUND)), List.of());

        assertThat(at(state, 104, true)).isEqualTo(RoadSpeeds.UNKNOWN);
    }

    @Test
    void aLorryAtItsLimiterIsFreeTraffic() {
        TrackedVehicle lorry = new TrackedVehicle(
                0, "lorry", VehicleType.LORRY, AT.toEpochMilli(), 104_500, 90, true, 1_000, VehicleActivity.DRIVING);

        assertThat(at(speeds.at(NOW, List.of(lorry), List.of(), List.of()), 104, true))
                .isEqualTo(100);
    }

    @Test
    void aFullClosureIsNeverFreeWhateverCamerasSay() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            double km = 60 + random.nextDouble() * 80;
            boolean northbound = random.nextBoolean();
            Carriageway carriageway = northbound ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;
            List<CameraReading> cameras = new ArrayList<>();
            for (double at = 58; at < 144; at += 3.2) {
                cameras.add(camera(at, 112, carriageway));
            }
            List<TrackedVehicle> queue = new ArrayList<>();
            for (int i = 1; i < 20; i++) {
                queue.add(car(km + (northbound ? -0.05 : 0.05) * i, 0, northbound));
            }

            byte[] state = new RoadSpeeds(ROAD).at(NOW, queue, cameras, List.of(closure(km, 3, carriageway)));

            assertThat(at(state, (int) km, northbound))
                    .as("%s, closed at km %s", carriageway, km)
                    .isZero();
            int behind = (int) (km + (northbound ? -0.9 : 0.9));
            assertThat(at(state, behind, northbound))
                    .as("%s, behind km %s", carriageway, km)
                    .isLessThan(40);
        }
    }

    @ParameterizedTest
    @CsvSource({"NORTHBOUND, 104.5, 111.5", "SOUTHBOUND, 111.5, 104.5"})
    void theQueueOfAClosureIsNotSeenBeyondIt(Carriageway carriageway, double queueKm, double freeKm) {
        boolean northbound = carriageway == Carriageway.NORTHBOUND;
        List<CameraReading> cameras = List.of(camera(queueKm, 0, carriageway), camera(freeKm, 112.65, carriageway));

        byte[] state = speeds.at(NOW, List.of(), cameras, List.of(closure(107.5, 3, carriageway)));

        int way = northbound ? 1 : -1;
        assertThat(at(state, 107 - way, northbound)).isZero();
        assertThat(at(state, 107, northbound)).isZero();
        assertThat(at(state, 107 + way, northbound)).isEqualTo(100);
        assertThat(at(state, 107 + 2 * way, northbound)).isEqualTo(100);
    }

    @Test
    void aPartialClosureChangesNothingByItself() {
        List<CameraReading> cameras = List.of(camera(104.5, 112.65, Carriageway.NORTHBOUND));

        byte[] state = speeds.at(NOW, List.of(), cameras, List.of(closure(104.5, 2, Carriageway.NORTHBOUND)));

        assertThat(at(state, 104, true)).isEqualTo(100);
    }

    @Test
    void keepsARowOfTheDiagramEveryFifteenSimulatedSeconds() {
        SpeedHistory history = new SpeedHistory();

        assertThat(history.add(0, 1, new byte[] {1})).isPresent();
        assertThat(history.add(14_000, 1, new byte[] {2})).isEmpty();
        assertThat(history.add(15_000, 1, new byte[] {3})).isPresent();
        assertThat(history.add(45_000, 60, new byte[] {4})).isEmpty();
        assertThat(history.add(75_000, 60, new byte[] {5})).isPresent();
        assertThat(history.rows()).extracting(SpeedHistory.SpeedRow::atMillis).containsExactly(0L, 15_000L, 75_000L);
    }
}
