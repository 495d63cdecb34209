package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;
import smartcity.event.EmergencyReport;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;

class SpontaneousIncidentsTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NEXT_NOON = NOON.plus(Duration.ofDays(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aProcessThatStartsLaterContinuesTheSameSeries(long seed) {
        List<EmergencyReport> whole = TestCity.reports(seed, MORNING, NEXT_NOON);
        RandomGenerator random = new Seed(seed).generator();

        for (int restart = 0; restart < 30; restart++) {
            Instant from = MORNING.plusNanos(random.nextLong(24 * 3_600_000_000L) * 1000);

            List<EmergencyReport> rest = TestCity.reports(seed, from, NEXT_NOON);

            assertThat(rest)
                    .as("restart at %s", from)
                    .isEqualTo(whole.stream()
                            .filter(report -> !report.timestamp().isBefore(from))
                            .toList());
        }
    }

    @Test
    void aProcessThatStartsAtTheInstantOfAReportEmitsIt() {
        List<EmergencyReport> whole = TestCity.reports(1, MORNING, NOON);
        EmergencyReport some = whole.get(whole.size() / 2);

        List<EmergencyReport> rest = TestCity.reports(1, some.timestamp(), NOON);

        assertThat(rest).first().isEqualTo(some);
    }

    @Test
    void reportsComeInOrderOfTime() {
        List<EmergencyReport> reports = TestCity.reports(4, MORNING, NEXT_NOON);

        assertThat(reports).extracting(EmergencyReport::timestamp).isSorted();
    }

    @Test
    void noTwoReportsHaveTheSameId() {
        List<EmergencyReport> reports = TestCity.reports(5, MORNING, NEXT_NOON);

        assertThat(reports).extracting(EmergencyReport::id).doesNotHaveDuplicates();
    }

    @Test
    void everyIncidentIsResolvedOnceAndLast() {
        List<List<EmergencyReport>> histories = histories(6);

        assertThat(histories).hasSizeGreaterThan(100).allSatisfy(history -> {
            assertThat(history.getLast().status()).isEqualTo(IncidentStatus.RESOLVED);
            assertThat(history.subList(0, history.size() - 1))
                    .isNotEmpty()
                    .allMatch(report -> report.status() == IncidentStatus.ACTIVE);
        });
    }

    @Test
    void anIncidentKeepsItsPlaceItsKindAndItsReporter() {
        List<List<EmergencyReport>> histories = histories(7);

        assertThat(histories).allSatisfy(history -> {
            Set<List<Object>> facts = history.stream()
                    .map(r -> List.<Object>of(r.deviceId(), r.type(), r.location(), r.road(), r.carriageway()))
                    .collect(Collectors.toSet());
            assertThat(facts).hasSize(1);
        });
    }

    @Test
    void lanesOnlyOpenAndSeverityOnlyFalls() {
        List<List<EmergencyReport>> histories = histories(8);

        assertThat(histories).allSatisfy(history -> {
            for (int i = 1; i < history.size(); i++) {
                assertThat(history.get(i).lanesClosed())
                        .as("lanes closed in report %s", i)
                        .isLessThanOrEqualTo(history.get(i - 1).lanesClosed());
                assertThat(history.get(i).severity())
                        .as("severity in report %s", i)
                        .isLessThanOrEqualTo(history.get(i - 1).severity());
            }
            assertThat(history.getLast().severity()).isEqualTo(Severity.INFORMATIONAL);
        });
        assertThat(histories).anyMatch(history -> history.getFirst().lanesClosed() > 1);
    }

    @Test
    void reportsComeEveryThreeMinutesByDay() {
        List<EmergencyReport> reports = TestCity.reports(10, NOON, NOON.plus(Duration.ofHours(4)));

        assertThat(reports).hasSizeGreaterThan(4 * 60);
        for (int i = 1; i < reports.size(); i++) {
            assertThat(Duration.between(
                            reports.get(i - 1).timestamp(), reports.get(i).timestamp()))
                    .as("gap before report %s", i)
                    .isLessThan(Duration.ofMinutes(3));
        }
    }

    @Test
    void anotherSeedGivesOtherIncidents() {
        Set<UUID> incidents = new HashSet<>();

        for (long seed = 1; seed <= 5; seed++) {
            incidents.add(TestCity.reports(seed, MORNING, NOON).getFirst().incidentId());
        }

        assertThat(incidents).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.0009, 1001, Double.NaN})
    void refusesAMultiplierThatWouldStopOrFloodTheSeries(double multiplier) {
        assertThatThrownBy(() -> new SpontaneousIncidents(new Seed(1), TestCity.CONDITIONS, multiplier, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rateMultiplier must be within [0.001, 1000] but was " + multiplier);
    }

    /// The reports of all incidents that began in the first 20 hours of a day, in order for each incident.
    private static List<List<EmergencyReport>> histories(long seed) {
        Map<UUID, List<EmergencyReport>> histories = new LinkedHashMap<>();
        Set<UUID> earlier = TestCity.reports(seed, MORNING.minusSeconds(4 * 3600), MORNING).stream()
                .map(EmergencyReport::incidentId)
                .collect(Collectors.toSet());
        for (EmergencyReport report : TestCity.reports(seed, MORNING, MORNING.plusSeconds(24 * 3600))) {
            if (!earlier.contains(report.incidentId())) {
                histories
                        .computeIfAbsent(report.incidentId(), id -> new ArrayList<>())
                        .add(report);
            }
        }
        Instant lateBegin = MORNING.plusSeconds(20 * 3600);
        return histories.values().stream()
                .filter(history -> history.getFirst().timestamp().isBefore(lateBegin))
                .toList();
    }
}
