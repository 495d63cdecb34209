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

    private final LastReports told = new LastReports();

    @Test
    void keepsTheLastOfEachVehicleInOrderOfTheirNames() {
        told.tell(vehicle("b", 10));
        told.tell(vehicle("a", 20));

        told.tell(vehicle("b", 30));

        assertThat(told.keys(CityTopic.VEHICLE)).containsExactly("a", "b");
        assertThat(told.last(CityTopic.VEHICLE, "b")).contains(vehicle("b", 30));
        assertThat(told.last(CityTopic.VEHICLE, "c")).isEmpty();
    }

    @Test
    void takesTheVehiclesWordBeforeItsReceivers() {
        told.tell(vehicle("a", 10));

        told.tell(new GpsFix(INCIDENT, "a", AT, new Motion(11, 0), VehicleType.CAR, OXFORD, 3, 9));

        assertThat(told.last(CityTopic.VEHICLE, "a")).contains(vehicle("a", 10));
        assertThat(told.keys(CityTopic.GPS)).isEmpty();
    }

    @Test
    void forgetsAnIncidentThatIsOver() {
        told.tell(report(IncidentStatus.ACTIVE));
        assertThat(told.keys(CityTopic.EMERGENCY)).containsExactly(INCIDENT.toString());

        told.tell(report(IncidentStatus.RESOLVED));

        assertThat(told.keys(CityTopic.EMERGENCY)).isEmpty();
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
