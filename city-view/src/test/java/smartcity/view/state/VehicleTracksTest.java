package smartcity.view.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.view.report.VehicleReport;
import smartcity.view.road.RestPlaces;
import smartcity.view.road.RoadMatcher;

class VehicleTracksTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final long AT = 1_796_000_000_000L;
    private static final byte[] RECORD = {42};

    private final VehicleTracks tracks = new VehicleTracks(new RoadMatcher(ROAD), new RestPlaces(ROAD));

    private static VehicleReport report(String id, long at, double chainage, double speed) {
        Location place = ROAD.locationAt(chainage);
        double heading = ROAD.headingAt(chainage, Carriageway.SOUTHBOUND);
        return new VehicleReport(id, at, place.latitude(), place.longitude(), speed, heading, VehicleType.VAN);
    }

    @Test
    void showsTheLastReportOfEachVehicleInItsSlot() {
        tracks.receive(report("a", AT, 50_000, 100), RECORD);
        tracks.receive(report("b", AT, 60_000, 90), RECORD);
        tracks.receive(report("a", AT + 1_000, 49_972, 101), RECORD);

        assertThat(tracks.all(new SimulatedMoment(AT + 1_500, 1)))
                .satisfiesExactly(
                        a -> {
                            assertThat(a.deviceId()).isEqualTo("a");
                            assertThat(a.chainageMetres()).isCloseTo(49_972, within(3.0));
                            assertThat(a.speedKmh()).isEqualTo(101);
                            assertThat(a.northbound()).isFalse();
                            assertThat(a.activity()).isEqualTo(VehicleActivity.DRIVING);
                        },
                        b -> assertThat(b.deviceId()).isEqualTo("b"));
        assertThat(tracks.slot("b")).hasValue(1);
        assertThat(tracks.record(1)).hasValue(RECORD);
        assertThat(tracks.newestMillis()).isEqualTo(AT + 1_000);
    }

    @Test
    void anOlderReportThatArrivesLateChangesNothing() {
        tracks.receive(report("a", AT, 50_000, 100), RECORD);
        tracks.receive(report("a", AT - 5_000, 50_140, 99), RECORD);

        assertThat(tracks.all(new SimulatedMoment(AT, 1)).getFirst().speedKmh()).isEqualTo(100);
    }

    @Test
    void aVehicleIsSilentAfterThreeIntervalsAndGoneLater() {
        tracks.receive(report("a", AT - 2_000, 50_000, 100), RECORD);
        tracks.receive(report("a", AT, 49_944, 100), RECORD);

        assertThat(activityAt(AT + 8_900)).isEqualTo(VehicleActivity.DRIVING); // 3 intervals and what is under way
        assertThat(activityAt(AT + 9_100)).isEqualTo(VehicleActivity.SILENT);
        assertThat(tracks.all(new SimulatedMoment(AT + 130_000, 1))).isEmpty();
        assertThat(tracks.slot("a")).isEmpty();
    }

    @Test
    void noVehicleIsSilentWhileTheWholeSimulatorIsBehind() {
        tracks.receive(report("a", AT, 50_000, 100), RECORD);

        SimulatedMoment behind = SimulatedMoment.of(AT + 20_000, 1, AT);
        SimulatedMoment stopped = SimulatedMoment.of(AT + 40_000, 1, AT);
        SimulatedMoment alone = SimulatedMoment.of(AT + 20_000, 1, AT + 20_000);

        assertThat(tracks.all(behind).getFirst().activity()).isEqualTo(VehicleActivity.DRIVING);
        assertThat(tracks.all(stopped).getFirst().activity()).isEqualTo(VehicleActivity.SILENT);
        assertThat(tracks.all(alone).getFirst().activity()).isEqualTo(VehicleActivity.SILENT);
    }

    private VehicleActivity activityAt(long now) {
        return tracks.all(new SimulatedMoment(now, 1)).getFirst().activity();
    }

    @Test
    void theSlotOfAVehicleThatIsGoneIsGivenToTheNextOne() {
        tracks.receive(report("a", AT, 50_000, 100), RECORD);
        tracks.all(new SimulatedMoment(AT + 600_000, 1));
        tracks.receive(report("b", AT + 600_000, 50_000, 100), RECORD);

        assertThat(tracks.slot("b")).hasValue(0);
        assertThat(tracks.deviceId(0)).hasValue("b");
    }

    @Test
    void aVehicleAwayFromTheRoadIsNotShown() {
        tracks.receive(new VehicleReport("boat", AT, 53.5, -3.2, 20, 0, VehicleType.CAR), RECORD);

        assertThat(tracks.all(new SimulatedMoment(AT, 1))).isEmpty();
    }

    @Test
    void holdsNoMoreVehiclesThanAFrameCanNumber() {
        for (int i = 0; i <= VehicleTracks.MOST; i++) {
            tracks.receive(new VehicleReport("v" + i, AT, 51.5203, -0.1674, 20, 0, VehicleType.CAR), RECORD);
        }

        assertThat(tracks.slot("v" + VehicleTracks.MOST)).isEmpty();
        assertThat(tracks.refused()).isEqualTo(1);
    }
}
