package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.demand.RoadLink;
import smartcity.event.CameraSnapshot;
import smartcity.event.Carriageway;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.validation.SimulatedDay;
import smartcity.validation.day.TimePeriod;

/// Flows and speeds of handmade traffic_data records.
class CameraFlowsTest {
    private static final Road ROAD = Road.londonToBirmingham();

    @Test
    void theFlowOfALinkIsTheMeanOfItsReportsForBothDirections() {
        List<TrafficReport> reports = List.of(
                report(RoadLink.J9_J10, Carriageway.NORTHBOUND, 2000, 100),
                report(RoadLink.J9_J10, Carriageway.SOUTHBOUND, 4000, 100),
                report(RoadLink.J4_J5, Carriageway.NORTHBOUND, 1000, 100));

        CameraFlows flows = CameraFlows.of(ROAD, reports);

        assertThat(flows.flowOf(RoadLink.J9_J10)).hasValue(2 * 24 * 3000);
        assertThat(flows.flowOf(RoadLink.J4_J5)).hasValue(2 * 24 * 1000);
        assertThat(flows.flowOf(RoadLink.J14_J15)).isEmpty();
    }

    @Test
    void theMeanSpeedWeighsEachReportByItsFlow() {
        List<TrafficReport> reports = List.of(
                report(RoadLink.J9_J10, Carriageway.NORTHBOUND, 3000, 60),
                report(RoadLink.J9_J10, Carriageway.SOUTHBOUND, 1000, 120));

        CameraFlows flows = CameraFlows.of(ROAD, reports);

        // 4,000 vehicles on 50 + 8.33 vehicles/km
        assertThat(flows.meanMph()).isCloseTo(68.571 / 1.609344, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"105, true", "80, false", "120, false"})
    void aSpeedIsWithinToleranceFromTheMeanOfAllRoadsToTheLimit(double speedKmh, boolean within) {
        CameraFlows flows =
                CameraFlows.of(ROAD, List.of(report(RoadLink.J9_J10, Carriageway.NORTHBOUND, 3000, speedKmh)));

        assertThat(flows.group().rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.withinTolerance()).as(row.row()).isEqualTo(within));
    }

    /// On a day with a camera every few kilometres, J14-J15 is the one counted link without any.
    @Tag("long")
    @Test
    void camerasCountAllLinksButOneOfTheSimulatedDay() {
        CameraFlows flows = CameraFlows.of(ROAD, CameraFlows.reports(SimulatedDay.DAY));

        Stream<RoadLink> without =
                RoadLink.counted().stream().filter(link -> flows.flowOf(link).isEmpty());
        assertThat(without).containsExactly(RoadLink.J14_J15);
    }

    private static TrafficReport report(RoadLink link, Carriageway carriageway, double flow, double speedKmh) {
        return new TrafficReport(
                new UUID(1, 1),
                "unit",
                "unit-A",
                ROAD.locationAt(link.middleMetres(ROAD)),
                TimePeriod.day("2026-11-10").from(),
                new CameraSnapshot(new byte[] {1}),
                carriageway,
                new TrafficFlow(flow / speedKmh, speedKmh, flow, 0.1, false),
                null);
    }
}
