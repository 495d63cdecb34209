package smartcity.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import smartcity.event.AtmosphericConditions;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;
import smartcity.event.IncidentStatus;
import smartcity.event.Severity;
import smartcity.event.WeatherCode;
import smartcity.event.WeatherObservation;
import smartcity.road.Road;

class ReportedDisturbancesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final long MINUTE = NOON.getEpochSecond() / 60;
    private static final Road ROAD = Road.londonToBirmingham();

    private final ReportedDisturbances disturbances = new ReportedDisturbances(ROAD, Duration.ofMinutes(1));

    @Test
    void putsAReportInEffectFromTheFirstMinuteAfterTheDelay() {
        disturbances.add(rain(80_000, NOON.plusSeconds(1), 4));

        assertThat(disturbances.weatherAt(80_000, MINUTE + 1).rainMmPerHour()).isZero();
        assertThat(disturbances.weatherAt(80_000, MINUTE + 2).rainMmPerHour()).isEqualTo(4);
    }

    @Test
    void putsAReportOfAFullMinuteInEffectRightAfterTheDelay() {
        disturbances.add(rain(80_000, NOON, 4));

        assertThat(disturbances.weatherAt(80_000, MINUTE).rainMmPerHour()).isZero();
        assertThat(disturbances.weatherAt(80_000, MINUTE + 1).rainMmPerHour()).isEqualTo(4);
    }

    @Test
    void interpolatesBetweenNeighbouringStations() {
        disturbances.add(rain(60_000, NOON, 2));
        disturbances.add(rain(100_000, NOON, 6));

        assertThat(disturbances.weatherAt(70_000, MINUTE + 1).rainMmPerHour()).isCloseTo(3, within(0.01));
        assertThat(disturbances.weatherAt(10_000, MINUTE + 1).rainMmPerHour()).isEqualTo(2);
        assertThat(disturbances.weatherAt(190_000, MINUTE + 1).rainMmPerHour()).isEqualTo(6);
    }

    @Test
    void distinguishesSnowFromRainByTheCode() {
        disturbances.add(weather(80_000, NOON, 3, WeatherCode.HEAVY_SNOW_SHOWERS));

        RoadWeather weather = disturbances.weatherAt(80_000, MINUTE + 1);

        assertThat(weather.snowMmPerHour()).isEqualTo(3);
        assertThat(weather.rainMmPerHour()).isZero();
        assertThat(weather.visibilityMetres()).isEqualTo(4_000);
        assertThat(weather.temperatureCelsius()).isEqualTo(1);
    }

    /// Reports every ten minutes: the next one is expected at 12:21; the last one has its full effect until 12:26
    /// and none from 12:36.
    @Test
    void fadesTheWeatherOfASilentStationToFine() {
        disturbances.add(rain(80_000, NOON, 4));
        disturbances.add(rain(80_000, NOON.plusSeconds(600), 4));

        assertThat(disturbances.weatherAt(80_000, MINUTE + 26).rainMmPerHour()).isEqualTo(4);
        assertThat(disturbances.weatherAt(80_000, MINUTE + 31).rainMmPerHour()).isCloseTo(2, within(1e-9));
        assertThat(disturbances.weatherAt(80_000, MINUTE + 36)).isEqualTo(RoadWeather.FINE);
    }

    @Test
    void closesLanesFromAReportUntilTheIncidentIsResolved() {
        disturbances.add(report(1, NOON, IncidentStatus.ACTIVE, 2));
        disturbances.add(report(1, NOON.plusSeconds(120), IncidentStatus.ACTIVE, 1));
        disturbances.add(report(1, NOON.plusSeconds(300), IncidentStatus.RESOLVED, 0));

        assertThat(lanesClosed(MINUTE)).isEmpty();
        assertThat(lanesClosed(MINUTE + 1)).containsExactly(2);
        assertThat(lanesClosed(MINUTE + 3)).containsExactly(1);
        assertThat(lanesClosed(MINUTE + 5)).containsExactly(1);
        assertThat(lanesClosed(MINUTE + 6)).isEmpty();
        assertThat(disturbances.closuresAt(Carriageway.SOUTHBOUND, MINUTE + 1)).isEmpty();
    }

    @Test
    void statesPlaceAndLanesOfAClosure() {
        disturbances.add(report(1, NOON, IncidentStatus.ACTIVE, 8));

        LaneClosure closure =
                disturbances.closuresAt(Carriageway.NORTHBOUND, MINUTE + 1).getFirst();

        assertThat(closure.chainageMetres()).isCloseTo(80_000, within(30.0));
        assertThat(closure.lanes()).isEqualTo(ROAD.sectionAt(80_000).lanes());
        assertThat(closure.lanesClosed()).isEqualTo(closure.lanes());
        assertThat(closure.incidentId()).isEqualTo(new UUID(0, 1));
    }

    @Test
    void endsAnIncidentWithoutReports() {
        disturbances.add(report(1, NOON, IncidentStatus.ACTIVE, 2));

        assertThat(lanesClosed(MINUTE + 15)).containsExactly(2);
        assertThat(lanesClosed(MINUTE + 16)).isEmpty();
    }

    @Test
    void givesTheSameResultInAnySequenceAndWithRepetitions() {
        List<Consumer<ReportedDisturbances>> reports = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Instant time = NOON.plusSeconds(i * 13L);
            double rain = i % 7;
            int lanes = i % 3;
            long incident = i % 5;
            reports.add(to -> to.add(rain(20_000 + 40_000.0 * (incident % 3), time, rain)));
            reports.add(to -> to.add(report(incident, time, IncidentStatus.ACTIVE, lanes)));
        }
        reports.add(to -> to.add(report(4, NOON.plusSeconds(299 * 13), IncidentStatus.RESOLVED, 0)));
        reports.forEach(report -> report.accept(disturbances));

        ReportedDisturbances shuffled = new ReportedDisturbances(ROAD, Duration.ofMinutes(1));
        reports.addAll(reports.subList(100, 200));
        Collections.shuffle(reports, new Random(7));
        reports.forEach(report -> report.accept(shuffled));

        for (long minute = MINUTE; minute < MINUTE + 90; minute++) {
            assertThat(shuffled.weatherAt(55_000, minute))
                    .as("minute %s", minute)
                    .isEqualTo(disturbances.weatherAt(55_000, minute));
            assertThat(shuffled.closuresAt(Carriageway.NORTHBOUND, minute))
                    .as("minute %s", minute)
                    .isEqualTo(disturbances.closuresAt(Carriageway.NORTHBOUND, minute));
        }
        assertThat(shuffled.late()).isZero();
    }

    @Test
    void countsReportsThatCameAfterTheirMinuteWasRead() {
        disturbances.weatherAt(80_000, MINUTE + 5);
        disturbances.add(rain(80_000, NOON.plusSeconds(240), 4));
        disturbances.add(rain(80_000, NOON.plusSeconds(241), 4));

        assertThat(disturbances.late()).isEqualTo(1);
        assertThat(disturbances.weatherAt(80_000, MINUTE + 6).rainMmPerHour()).isEqualTo(4);
    }

    private List<Integer> lanesClosed(long minute) {
        return disturbances.closuresAt(Carriageway.NORTHBOUND, minute).stream()
                .map(LaneClosure::lanesClosed)
                .toList();
    }

    private static WeatherObservation rain(double chainageMetres, Instant time, double mmPerHour) {
        return weather(chainageMetres, time, mmPerHour, WeatherCode.RAIN);
    }

    private static WeatherObservation weather(double chainageMetres, Instant time, double mmPerHour, WeatherCode code) {
        return new WeatherObservation(
                new UUID(time.getEpochSecond(), (long) chainageMetres),
                "weather-" + chainageMetres,
                ROAD.locationAt(chainageMetres),
                time,
                code,
                new AtmosphericConditions(1, mmPerHour, 20, 180, 90, 4_000, 1000),
                30,
                2);
    }

    private static EmergencyReport report(long incident, Instant time, IncidentStatus status, int lanesClosed) {
        return new EmergencyReport(
                new UUID(time.getEpochSecond(), incident),
                "patrol-01",
                new UUID(0, incident),
                EmergencyType.ACCIDENT,
                time,
                ROAD.locationAt(80_000),
                status,
                "Two cars have collided.",
                Severity.HIGH,
                lanesClosed,
                "M40",
                Carriageway.NORTHBOUND);
    }
}
