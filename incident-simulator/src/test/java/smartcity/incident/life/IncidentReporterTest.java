package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.road.RoadsideUnits;

class IncidentReporterTest {
    private static final ClearanceTime CLEARANCE =
            new ClearanceTime(Instant.parse("2026-11-23T14:05:30Z"), Instant.parse("2026-11-23T14:45:30Z"));

    private final RoadsideUnits units = new RoadsideUnits(TestCity.ROAD);
    private final IncidentReporter reporter = new IncidentReporter(units);

    /// A thousand draws of 60 %: three standard errors are 4.6 %.
    @Test
    void theNearestRoadsideUnitReportsSixInTenIncidentsOfTheM40() {
        double place = units.all().get(20).chainageMetres() + 1500;

        List<String> reporterIds = thousandAt(place);

        assertThat(reporterIds.stream().collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(units.all().get(20).id(), "control-room-m40");
        assertThat(reporterIds.stream().filter(id -> id.startsWith("M40-")).count() / 1000.0)
                .isCloseTo(0.6, within(0.046));
    }

    @Test
    void theControlRoomReportsWhereThereAreNoRoadsideUnits() {
        assertThat(thousandAt(5_000)).containsOnly("control-room-london");
        assertThat(thousandAt(TestCity.ROAD.lengthMetres() - 5_000)).containsOnly("control-room-west-midlands");
    }

    private List<String> thousandAt(double chainage) {
        IncidentLocation location = IncidentLocation.on(TestCity.ROAD, chainage, Carriageway.NORTHBOUND);
        return LongStream.range(0, 1000)
                .mapToObj(i -> reporter.of(new Incident(new Seed(i), IncidentCause.CASUALTIES, location, 0, CLEARANCE)))
                .toList();
    }
}
