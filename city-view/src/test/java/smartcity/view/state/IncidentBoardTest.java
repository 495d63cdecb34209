package smartcity.view.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;
import smartcity.road.Road;
import smartcity.view.state.IncidentBoard.RoadIncident;

class IncidentBoardTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");
    private static final UUID INCIDENT = UUID.randomUUID();

    private final IncidentBoard board = new IncidentBoard(ROAD);

    static EmergencyReport report(UUID incident, Instant at, IncidentStatus status, int lanesClosed) {
        return new EmergencyReport(
                UUID.randomUUID(),
                "reporter",
                incident,
                EmergencyType.FIRE,
                at,
                ROAD.locationAt(97_500),
                status,
                "a vehicle caught fire",
                Severity.HIGH,
                lanesClosed,
                "M40",
                Carriageway.NORTHBOUND);
    }

    private RoadIncident only(Instant now) {
        return board.at(now.toEpochMilli()).getFirst();
    }

    @Test
    void showsTheLifeOfAnIncidentInOrderHoweverItsReportsArrive() {
        board.receive(report(INCIDENT, AT.plusSeconds(600), IncidentStatus.ACTIVE, 1));
        board.receive(report(INCIDENT, AT, IncidentStatus.ACTIVE, 3));

        assertThat(only(AT.plusSeconds(600)).reports())
                .extracting(EmergencyReport::lanesClosed)
                .containsExactly(3, 1);
        assertThat(only(AT.plusSeconds(600)).closesAll()).isFalse();
    }

    @Test
    void aRepeatedReportChangesNothing() {
        EmergencyReport report = report(INCIDENT, AT, IncidentStatus.ACTIVE, 3);
        board.receive(report);
        long before = board.changes();

        board.receive(report);

        assertThat(board.changes()).isEqualTo(before);
    }

    @Test
    void aResolvedIncidentIsShownForAWhile() {
        board.receive(report(INCIDENT, AT, IncidentStatus.ACTIVE, 3));
        assertThat(only(AT).closesAll()).isTrue();

        board.receive(report(INCIDENT, AT.plusSeconds(60), IncidentStatus.RESOLVED, 0));

        assertThat(only(AT.plusSeconds(100)).isActive()).isFalse();
        assertThat(board.at(AT.plusSeconds(600).toEpochMilli())).isEmpty();
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        board.receive(report(INCIDENT, AT, IncidentStatus.ACTIVE, 1));
        for (int i = 0; i < IncidentBoard.MOST; i++) {
            board.receive(report(UUID.randomUUID(), AT.plusSeconds(1), IncidentStatus.ACTIVE, 1));
        }

        assertThat(board.at(AT.plusSeconds(1).toEpochMilli())).hasSize(IncidentBoard.MOST);
        assertThat(board.incident(INCIDENT)).isEmpty();
    }
}
