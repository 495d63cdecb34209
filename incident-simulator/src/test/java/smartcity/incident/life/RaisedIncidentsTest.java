package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.Event;
import smartcity.event.IncidentStatus;
import smartcity.road.Road;

class RaisedIncidentsTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant BEGAN = START.plusSeconds(60);
    private static final UUID COMMAND = new UUID(7, 7);
    private static final Seed SEED = new Seed(1);

    private final Road road = Road.londonToBirmingham();
    private final double place = road.junction("M40", "J10").chainageMetres() - 2_000;
    private final RaisedIncidents raised = new RaisedIncidents(SEED, road);
    private final UUID incident = raised.incidentOf(COMMAND);

    @Test
    void reportsARaisedIncidentFromItsBeginningToItsEnd() {
        raise();

        List<EmergencyReport> reports = reports(source(START), START.plus(Duration.ofHours(1)));

        List<EmergencyReport> own = of(incident, reports);
        assertThat(own.getFirst().timestamp()).isEqualTo(BEGAN);
        assertThat(own.getFirst().lanesClosed()).isEqualTo(2);
        assertThat(own.getFirst().type()).isEqualTo(EmergencyType.FIRE);
        assertThat(own.getLast().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(own.getLast().timestamp()).isEqualTo(BEGAN.plus(Duration.ofMinutes(30)));
        assertThat(reports).extracting(EmergencyReport::timestamp).isSorted();
        assertThat(reports.size()).isGreaterThan(own.size());
    }

    @Test
    void becomesDueEarlierWhenACommandRaisesAnIncident() {
        MergedIncidents source = source(START);
        Instant before = source.nextDue();

        raised.raise(COMMAND, properties(), START, Duration.ofMinutes(30));

        assertThat(before).isAfter(START);
        assertThat(source.nextDue()).isEqualTo(START);
    }

    @Test
    void resolvesARaisedIncidentAtOnceAndOnlyOnce() {
        raise();
        Instant end = BEGAN.plusSeconds(301);
        EmergencyReport last = of(incident, reports(source(START), end)).getLast();

        raised.resolve(last, end);
        raised.resolve(last, end.plusSeconds(1));

        List<EmergencyReport> own = of(incident, reports(source(START), START.plus(Duration.ofHours(1))));
        assertThat(own.getLast().timestamp()).isEqualTo(end);
        assertThat(own.getLast().lanesClosed()).isZero();
        assertThat(own.stream().filter(report -> report.status() == IncidentStatus.RESOLVED))
                .hasSize(1);
    }

    @Test
    void resolvesASpontaneousIncident() {
        EmergencyReport first = reports(source(START), START.plusSeconds(3600)).stream()
                .filter(report -> report.status() == IncidentStatus.ACTIVE)
                .findFirst()
                .orElseThrow();
        Instant end = first.timestamp().plusSeconds(1);

        raised.resolve(first, end);

        List<EmergencyReport> own =
                of(first.incidentId(), reports(source(first.timestamp()), START.plus(Duration.ofHours(5))));
        assertThat(own).extracting(EmergencyReport::timestamp).containsExactly(first.timestamp(), end);
        assertThat(own.getLast().status()).isEqualTo(IncidentStatus.RESOLVED);
    }

    @Test
    void doesNotResolveASecondTimeWhatEndedByItself() {
        List<EmergencyReport> reports = reports(source(START), START.plus(Duration.ofHours(2)));
        EmergencyReport over = reports.stream()
                .filter(report -> report.status() == IncidentStatus.RESOLVED)
                .findFirst()
                .orElseThrow();

        raised.resolve(over, over.timestamp().plusSeconds(30));

        assertThat(of(over.incidentId(), reports(source(START), START.plus(Duration.ofHours(2)))).stream()
                        .filter(report -> report.status() == IncidentStatus.RESOLVED))
                .hasSize(1);
    }

    @Test
    void continuesWithTheSameReportsWhenItStartsLater() {
        raise();
        Instant later = BEGAN.plusSeconds(400);
        Instant until = START.plus(Duration.ofHours(1));

        List<EmergencyReport> continued = reports(source(later), until);

        assertThat(continued)
                .isEqualTo(reports(source(START), until).stream()
                        .filter(report -> !report.timestamp().isBefore(later))
                        .toList());
    }

    @Test
    void resolvesAsManyIncidentsAsWereRaised() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int minute = 0; minute < 100_000; minute++) {
                Instant began = BEGAN.plusSeconds(60L * minute);
                UUID command = new UUID(1, minute);
                raised.raise(command, properties(), began, Duration.ofMinutes(10));
                EmergencyReport first = raised.at(began).getFirst();
                raised.resolve(first, began.plusSeconds(30));
            }
        });

        assertThat(raised.at(BEGAN.plusSeconds(60L * 99_999 + 30)))
                .extracting(EmergencyReport::status)
                .containsExactly(IncidentStatus.RESOLVED);
        assertThat(raised.at(BEGAN)).isEmpty();
    }

    @Test
    void refusesMoreIncidentsThanMayLastAtATime() {
        for (int number = 0; number < RaisedIncidents.MOST; number++) {
            raised.raise(new UUID(1, number), properties(), BEGAN, Duration.ofMinutes(30));
        }

        assertThatThrownBy(this::raise).hasMessage("incidents must be at most 1000 at a time but there are as many");
        raised.raise(COMMAND, properties(), BEGAN.plus(Duration.ofMinutes(30)), Duration.ofMinutes(30));
        assertThat(raised.at(BEGAN.plus(Duration.ofMinutes(30))))
                .extracting(EmergencyReport::incidentId)
                .contains(incident);
    }

    private void raise() {
        raised.raise(COMMAND, properties(), BEGAN, Duration.ofMinutes(30));
    }

    private RaisedIncidents.Properties properties() {
        return new RaisedIncidents.Properties(EmergencyType.FIRE, place, Carriageway.NORTHBOUND, 2);
    }

    private MergedIncidents source(Instant from) {
        return new MergedIncidents(new SpontaneousIncidents(SEED, TestCity.CONDITIONS, 20, from), raised, from);
    }

    private static List<EmergencyReport> of(UUID incident, List<EmergencyReport> reports) {
        return reports.stream()
                .filter(report -> report.incidentId().equals(incident))
                .toList();
    }

    private static List<EmergencyReport> reports(MergedIncidents source, Instant until) {
        List<EmergencyReport> reports = new ArrayList<>();
        while (source.nextDue().isBefore(until)) {
            for (Event event : source.next()) {
                reports.add((EmergencyReport) event);
            }
        }
        return reports;
    }
}
