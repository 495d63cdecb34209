package smartcity.emission.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.event.Carriageway;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.FuelType;
import smartcity.event.GpsFix;
import smartcity.event.IncidentStatus;
import smartcity.event.Location;
import smartcity.event.Motion;
import smartcity.event.Severity;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;

class LastReportsTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Location OXFORD = new Location(51.738, -1.097);
    private static final UUID INCIDENT = new UUID(1, 2);

    private final LastReports reports = new LastReports();

    @Test
    void keepsTheLastOfEachVehicleInOrderOfTheirNames() {
        reports.record(vehicle("b", 10));
        reports.record(vehicle("a", 20));

        reports.record(vehicle("b", 30));

        assertThat(reports.keys(CityTopic.VEHICLE)).containsExactly("a", "b");
        assertThat(reports.last(CityTopic.VEHICLE, "b")).contains(vehicle("b", 30));
        assertThat(reports.last(CityTopic.VEHICLE, "c")).isEmpty();
    }

    @Test
    void prefersTheReportOfAVehicleToThatOfItsReceiver() {
        reports.record(vehicle("a", 10));

        reports.record(new GpsFix(INCIDENT, "a", AT, new Motion(11, 0), VehicleType.CAR, OXFORD, 3, 9));

        assertThat(reports.last(CityTopic.VEHICLE, "a")).contains(vehicle("a", 10));
        assertThat(reports.keys(CityTopic.GPS)).isEmpty();
    }

    @Test
    void forgetsAnIncidentThatIsOver() {
        reports.record(report(IncidentStatus.ACTIVE));
        assertThat(reports.keys(CityTopic.EMERGENCY)).containsExactly(INCIDENT.toString());

        reports.record(report(IncidentStatus.RESOLVED));

        assertThat(reports.keys(CityTopic.EMERGENCY)).isEmpty();
    }

    private static VehicleTelemetry vehicle(String id, double speedKmh) {
        return new VehicleTelemetry(
                new UUID(0, 0),
                id,
                AT,
                OXFORD,
                new Motion(speedKmh, 0),
                "Ford",
                "Focus",
                2021,
                FuelType.PETROL,
                VehicleType.CAR,
                1,
                0.5,
                "M40");
    }

    private static EmergencyReport report(IncidentStatus status) {
        return new EmergencyReport(
                new UUID(0, 0),
                "patrol-01",
                INCIDENT,
                EmergencyType.ACCIDENT,
                AT,
                OXFORD,
                status,
                "A car left the road.",
                Severity.LOW,
                0,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
