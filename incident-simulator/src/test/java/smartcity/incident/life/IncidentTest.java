package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.Severity;

class IncidentTest {
    private static final Instant BEGAN = Instant.parse("2026-11-23T14:05:30Z");
    private static final Instant CLEARED = BEGAN.plus(Duration.ofMinutes(40));

    private final IncidentLocation betweenNineAndTen = IncidentLocation.on(
            TestCity.ROAD, TestCity.ROAD.junction("M40", "J9").chainageMetres() + 2000, Carriageway.NORTHBOUND);

    @Test
    void lanesOpenOneAfterTheOtherBetweenFourAndNineTenthsOfItsDuration() {
        Incident incident = collision(3);

        assertThat(lanesClosedAfter(incident, 0)).isEqualTo(3);
        assertThat(lanesClosedAfter(incident, 15)).isEqualTo(3);
        assertThat(lanesClosedAfter(incident, 16)).isEqualTo(2);
        assertThat(lanesClosedAfter(incident, 25)).isEqualTo(2);
        assertThat(lanesClosedAfter(incident, 27)).isEqualTo(1);
        assertThat(lanesClosedAfter(incident, 35)).isEqualTo(1);
        assertThat(lanesClosedAfter(incident, 36)).isZero();
    }

    @Test
    void severityFallsByTwoStepsBeforeItIsOver() {
        Incident incident = collision(1);

        assertThat(incident.severity(BEGAN)).isEqualTo(Severity.CRITICAL);
        assertThat(incident.severity(BEGAN.plusSeconds(20 * 60))).isEqualTo(Severity.HIGH);
        assertThat(incident.severity(BEGAN.plusSeconds(32 * 60))).isEqualTo(Severity.MEDIUM);
        assertThat(incident.severity(CLEARED)).isEqualTo(Severity.INFORMATIONAL);
    }

    @Test
    void describesItsFactsInTheFirstAndTheLastReport() {
        List<EmergencyReport> reports = new IncidentReports(new Seed(1), TestCity.ROAD).of(collision(2));

        assertThat(reports.getFirst().description())
                .isEqualTo(
                        "M40 northbound between J9 A34/A41 and J10 Cherwell Valley: vehicles collided and people were"
                                + " hurt at 14:05 UTC, 2 of 3 lanes are closed.");
        assertThat(reports.getLast().description())
                .isEqualTo("M40 northbound between J9 A34/A41 and J10 Cherwell Valley: cleared at 14:45 UTC after"
                        + " vehicles collided and people were hurt at 14:05 UTC.");
    }

    @Test
    void isBetweenTheJunctionsOnEitherSideOfIt() {
        double atTen = TestCity.ROAD.junction("M40", "J10").chainageMetres();

        assertThat(IncidentLocation.on(TestCity.ROAD, atTen - 1, Carriageway.SOUTHBOUND)
                        .description())
                .isEqualTo("between J9 A34/A41 and J10 Cherwell Valley");
        assertThat(IncidentLocation.on(TestCity.ROAD, atTen + 1, Carriageway.SOUTHBOUND)
                        .description())
                .startsWith("between J10 Cherwell Valley and J11 ");
    }

    @Test
    void isReportedEveryOneToThreeMinutes() {
        List<EmergencyReport> reports = new IncidentReports(new Seed(1), TestCity.ROAD).of(collision(2));

        assertThat(reports.getFirst().timestamp()).isEqualTo(BEGAN);
        assertThat(reports.getLast().timestamp()).isEqualTo(CLEARED);
        for (int i = 1; i < reports.size() - 1; i++) {
            Duration gap = Duration.between(
                    reports.get(i - 1).timestamp(), reports.get(i).timestamp());
            assertThat(gap).as("gap before report %s", i).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
        }
    }

    @Test
    void halfAreClearedWithin35MinutesAndOneInFiveAfterAnHour() {
        double[] minutes = LongStream.range(0, 4001)
                .mapToDouble(i -> {
                    ClearanceTime clearance = ClearanceTime.from(BEGAN, new Seed(i).generator());
                    return Duration.between(clearance.began(), clearance.cleared())
                                    .toSeconds()
                            / 60.0;
                })
                .sorted()
                .toArray();

        // The median of 4001 draws has a standard error of 1.25 x 0.6 / sqrt(4001) = 1.2 %.
        assertThat(minutes[2000]).isBetween(33.4, 36.6);
        assertThat(minutes[0]).isGreaterThanOrEqualTo(5);
        // One in five takes longer than an hour: 1 - Phi(ln(60 / 35) / 0.6) = 18.5 %, with a standard error of 0.6 %.
        assertThat(Arrays.stream(minutes).filter(duration -> duration > 60).count() / 4001.0)
                .isBetween(0.167, 0.203);
        assertThat(minutes[4000]).isLessThanOrEqualTo(240);
    }

    @Test
    void neverClosesMoreLanesThanTheCarriagewayHas() {
        List<Incident> incidents = LongStream.range(0, 5000)
                .mapToObj(i ->
                        Incident.of(new IncidentArrivals.Arrival(new Seed(i), BEGAN), TestCity.ROAD, TestCity.EXPOSURE))
                .toList();

        assertThat(incidents)
                .allSatisfy(incident -> assertThat(incident.lanesClosedAtFirst())
                        .isBetween(0, incident.location().lanes()));
        assertThat(incidents)
                .anyMatch(incident ->
                        incident.lanesClosedAtFirst() == incident.location().lanes());
    }

    @Test
    void happensInProportionToTheDistanceDriven() {
        double toNine = TestCity.ROAD.junction("M40", "J9").chainageMetres();
        double toTen = TestCity.ROAD.junction("M40", "J10").chainageMetres();
        double fromEightA = TestCity.ROAD.junction("M40", "J8A").chainageMetres();

        double[] places = LongStream.range(0, 20_000)
                .mapToDouble(i -> Incident.of(
                                new IncidentArrivals.Arrival(new Seed(i), BEGAN), TestCity.ROAD, TestCity.EXPOSURE)
                        .location()
                        .chainageMetres())
                .toArray();

        double perKmBusy = LongStream.range(0, places.length)
                        .filter(i -> places[(int) i] >= toNine && places[(int) i] < toTen)
                        .count()
                / (toTen - toNine);
        double perKmQuiet = LongStream.range(0, places.length)
                        .filter(i -> places[(int) i] >= fromEightA && places[(int) i] < toNine)
                        .count()
                / (toNine - fromEightA);
        // Department for Transport: 108,452 vehicles a day between J9 and J10, 64,485 between J8A and J9.
        assertThat(perKmBusy / perKmQuiet).isBetween(1.5, 1.87);
    }

    @Test
    void hasTheSameIdInAllItsReports() {
        List<EmergencyReport> reports = new IncidentReports(new Seed(1), TestCity.ROAD).of(collision(2));

        UUID id = reports.getFirst().incidentId();
        assertThat(reports).allMatch(report -> report.incidentId().equals(id));
    }

    private Incident collision(int lanes) {
        return new Incident(
                new Seed(42), IncidentCause.CASUALTIES, betweenNineAndTen, lanes, new ClearanceTime(BEGAN, CLEARED));
    }

    private static int lanesClosedAfter(Incident incident, int minutes) {
        return incident.lanesClosed(BEGAN.plusSeconds(60L * minutes));
    }
}
