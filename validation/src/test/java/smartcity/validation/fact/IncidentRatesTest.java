package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.IncidentStatus;
import smartcity.event.WeatherObservation;
import smartcity.incident.life.SpontaneousIncidents;
import smartcity.incident.life.TrafficExposure;
import smartcity.incident.life.WeatherRisk;
import smartcity.road.Road;
import smartcity.validation.SimulatedDay;
import smartcity.validation.day.CityDay;

/// Incidents come at the rates that are put into the simulation.
class IncidentRatesTest {
    private static final CityDay DAY = SimulatedDay.DAY;
    private static final Road ROAD = DAY.road();
    private static final TrafficDemand DEMAND = new TrafficDemand(ROAD);
    private static final double METRES_PER_MILE = 1609.344;

    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 365;

    /// Incidents of all causes in the average weather.
    private static final double PER_VEHICLE_MILE = 970e-9;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// 99 % of Poisson counts are within so many standard deviations of the mean.
    private static final double DEVIATIONS = 2.58;

    @Test
    void theDayHasAsManyIncidentsAsItsTrafficLetsExpect() {
        double expected = PER_VEHICLE_MILE * vehicleMiles();

        long begun = DAY.reports().stream().filter(IncidentRatesTest::begins).count();

        double spread = DEVIATIONS * Math.sqrt(expected);
        assertThat((double) begun).isBetween(Math.floor(expected - spread), Math.ceil(expected + spread));
    }

    /// Whether a report is an incident's first: its description has the minute in which the incident began.
    private static boolean begins(EmergencyReport report) {
        return report.status() == IncidentStatus.ACTIVE
                && report.description().contains(" at " + MINUTE.format(report.timestamp()));
    }

    private static double vehicleMiles() {
        double miles = 0;
        for (Instant hour : DAY.period().every(Duration.ofHours(1)).toList()) {
            for (double metres = 500; metres < ROAD.lengthMetres(); metres += 1000) {
                miles += 2 * DEMAND.flowPerHour(metres, hour) * 1000 / METRES_PER_MILE;
            }
        }
        return miles;
    }

    /// 76 casualties a billion vehicle miles of motorway (DfT, 2023) are 0.64 a day on the M40, at one and a half in
    /// each accident: chosen, and the simulator's own. Five times the real rate leaves less to chance.
    @Tag("long")
    @Test
    void aYearOfTheAverageWeatherHasThePublishedCasualtiesOfTheM40() {
        double multiplier = 5;
        SpontaneousIncidents year = new SpontaneousIncidents(
                DAY.seed(),
                new SpontaneousIncidents.Conditions(ROAD, new TrafficExposure(ROAD, DEMAND), new AverageWeather()),
                multiplier,
                YEAR);

        long accidents = CityDay.eventsOf(year, YEAR.plus(Duration.ofDays(DAYS)))
                .map(EmergencyReport.class::cast)
                .filter(report -> report.road().equals("M40"))
                .filter(report -> report.description().contains("people were hurt"))
                .map(EmergencyReport::incidentId)
                .distinct()
                .count();

        assertThat(accidents * 1.5 / multiplier / DAYS).isCloseTo(0.64, within(0.12 * 0.64));
    }

    /// At three hours of each day, which move through it, at all stations.
    @Test
    @Tag("long")
    void theWeatherOfAYearMovesAccidentsAndAddsNone() {
        double weighted = 0;
        double weights = 0;
        for (int sample = 0; sample < 3 * DAYS; sample++) {
            Instant from = YEAR.plus(Duration.ofMinutes(sample * 487L));
            List<Event> observations = CityDay.eventsOf(
                            CityDay.stations(DAY.seed(), ROAD, Duration.ofMinutes(1), from), from.plusSeconds(15))
                    .toList();
            for (Event event : observations) {
                WeatherObservation observation = (WeatherObservation) event;
                double driven = DEMAND.flowPerHour(ROAD.chainageNear(observation.location()), from);
                weighted += driven * WeatherRisk.of(roadWeather(observation));
                weights += driven;
            }
        }

        assertThat(weighted / weights).isCloseTo(1, within(0.03));
    }

    private static RoadWeather roadWeather(WeatherObservation observation) {
        int code = observation.code().code();
        boolean snow = (code >= 71 && code <= 77) || code == 85 || code == 86;
        double falling = observation.atmosphere().precipitationMmPerHour();
        return new RoadWeather(
                snow ? 0 : falling,
                snow ? falling : 0,
                observation.atmosphere().visibilityMetres(),
                observation.atmosphere().temperatureCelsius());
    }

    /// Rain in which the risk is the mean of the year, always and everywhere.
    private static final class AverageWeather implements Disturbances {
        private static final RoadWeather RAIN = new RoadWeather(2.5 * (1 / 0.95 - 1) / 1.5, 0, 20_000, 10);

        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return RAIN;
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            return List.of();
        }
    }
}
