package smartcity.incident.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.chance.Seed;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.EmergencyType;

/// The effect of weather on the series of incidents.
class IncidentWeatherTest {
    private static final boolean ALL = "all".equals(System.getProperty("smartcity.test.scale"));
    private static final int RESTARTS = ALL ? 30 : 10;

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final RoadWeather DOWNPOUR = new RoadWeather(10, 0, 3000, 8);

    private final SpontaneousIncidents.Conditions fine = TestCity.CONDITIONS;
    private final SpontaneousIncidents.Conditions wet = conditionsOf((chainage, minute) -> DOWNPOUR);

    /// Rain on the southern half of the road in every other hour.
    private final SpontaneousIncidents.Conditions changing = conditionsOf((chainage, minute) ->
            chainage < TestCity.ROAD.lengthMetres() / 2 && minute / 60 % 2 == 0 ? DOWNPOUR : RoadWeather.FINE);

    @Test
    void accidentsAreTwoAndAHalfTimesAsFrequentInARainyMonth() {
        double inRain = accidents(begun(1, wet, Duration.ofDays(30)));
        double inFineWeather = accidents(begun(2, fine, Duration.ofDays(30)));

        // Some 6,300 and 2,500 of them: their ratio has a standard error of 2.4 %, four of which are allowed.
        assertThat(inRain / inFineWeather).isBetween(2.5 * 0.9, 2.5 * 1.1);
    }

    @Test
    void otherIncidentsAreAsFrequentInAnyWeather() {
        Duration length = Duration.ofDays(ALL ? 30 : 10);
        List<EmergencyReport> inRain = begun(1, wet, length);
        List<EmergencyReport> inFineWeather = begun(1, fine, length);

        assertThat(inRain.stream().filter(report -> report.type() != EmergencyType.ACCIDENT))
                .isNotEmpty()
                .containsExactlyElementsOf(inFineWeather.stream()
                        .filter(report -> report.type() != EmergencyType.ACCIDENT)
                        .toList());
    }

    @Test
    void rainAddsAccidentsAndRemovesNone() {
        List<EmergencyReport> inRain = begun(1, wet, Duration.ofDays(3));
        List<EmergencyReport> inFineWeather = begun(1, fine, Duration.ofDays(3));

        assertThat(inRain).hasSizeGreaterThan(inFineWeather.size()).containsAll(inFineWeather);
    }

    @Test
    void noAccidentIsAddedWhereAndWhileItIsDry() {
        List<EmergencyReport> inFineWeather = begun(1, fine, Duration.ofDays(3));
        List<EmergencyReport> added = begun(1, changing, Duration.ofDays(3)).stream()
                .filter(report -> !inFineWeather.contains(report))
                .toList();

        assertThat(added).hasSizeGreaterThan(50).allSatisfy(report -> {
            assertThat(report.timestamp().getEpochSecond() / 3600 % 2).isZero();
            assertThat(TestCity.ROAD.chainageNear(report.location())).isLessThan(TestCity.ROAD.lengthMetres() / 2 + 1);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aProcessThatStartsLaterContinuesTheSameSeries(long seed) {
        Instant end = MONDAY.plus(Duration.ofDays(1));
        List<EmergencyReport> whole = TestCity.reports(seed, changing, MONDAY, end);
        RandomGenerator random = new Seed(seed).generator();

        for (int restart = 0; restart < RESTARTS; restart++) {
            Instant from = MONDAY.plusNanos(random.nextLong(24 * 3_600_000_000L) * 1000);

            List<EmergencyReport> rest = TestCity.reports(seed, changing, from, end);

            assertThat(rest)
                    .as("restart at %s", from)
                    .isEqualTo(whole.stream()
                            .filter(report -> !report.timestamp().isBefore(from))
                            .toList());
        }
    }

    /// The first report of each incident that begins in a period.
    private static List<EmergencyReport> begun(long seed, SpontaneousIncidents.Conditions conditions, Duration length) {
        List<EmergencyReport> reports = TestCity.reports(seed, conditions, MONDAY, MONDAY.plus(length));
        return reports.stream()
                .collect(Collectors.toMap(
                        EmergencyReport::incidentId, report -> report, (first, later) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static double accidents(List<EmergencyReport> begun) {
        return begun.stream()
                .filter(report -> report.type() == EmergencyType.ACCIDENT)
                .count();
    }

    private static SpontaneousIncidents.Conditions conditionsOf(WeatherCase weather) {
        return new SpontaneousIncidents.Conditions(TestCity.ROAD, TestCity.EXPOSURE, new Disturbances() {
            @Override
            public RoadWeather weatherAt(double chainageMetres, long minute) {
                return weather.at(chainageMetres, minute);
            }

            @Override
            public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
                return List.of();
            }
        });
    }

    /// The weather of a place and minute.
    @FunctionalInterface
    private interface WeatherCase {
        RoadWeather at(double chainageMetres, long minute);
    }
}
