package smartcity.validation.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.IncidentStatus;
import smartcity.event.WeatherObservation;
import smartcity.incident.life.SpontaneousIncidents;
import smartcity.incident.life.TrafficExposure;
import smartcity.incident.life.WeatherRisk;
import smartcity.road.Road;
import smartcity.validation.day.CityDay;

/// How much happens.
///
/// @param onTheDay incidents that began on the day
/// @param expectedOnTheDay by the rates of all causes, [IncidentCounts#PER_VEHICLE_MILE], and what is
/// driven
/// @param casualtiesPerDay of the M40, over a year of the average weather
/// @param meanRisk of the weather over a year
record IncidentCounts(double onTheDay, double expectedOnTheDay, double casualtiesPerDay, double meanRisk) {
    /// Incidents of all causes: 50 accidents with casualties a billion vehicle miles, by the source of
    /// these; the others are chosen.
    private static final double PER_VEHICLE_MILE = 970e-9;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final double METRES_PER_MILE = 1609.344;

    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 365;

    /// So many times the real rate, so that chance counts for little.
    private static final double MULTIPLIER = 5;

    /// One and a half casualties an accident: chosen, and the simulator's own.
    private static final double CASUALTIES = 1.5;

    /// Rain in which the risk is the year's mean: what weather does is counted apart [mm/h].
    private static final RoadWeather AVERAGE = new RoadWeather(2.5 * (1 / 0.95 - 1) / 1.5, 0, 20_000, 10);

    static IncidentCounts on(CityDay day) {
        long begun = day.reports().stream().filter(IncidentCounts::begins).count();
        return new IncidentCounts(begun, PER_VEHICLE_MILE * vehicleMiles(day), casualties(day), meanRisk(day));
    }

    /// Whether a report is an incident's first: it says when the incident began.
    private static boolean begins(EmergencyReport report) {
        return report.status() == IncidentStatus.ACTIVE
                && report.description().contains(" at " + MINUTE.format(report.timestamp()));
    }

    private static double vehicleMiles(CityDay day) {
        TrafficDemand demand = new TrafficDemand(day.road());
        double miles = 0;
        for (Instant hour : day.period().every(Duration.ofHours(1)).toList()) {
            for (double metres = 500; metres < day.road().lengthMetres(); metres += 1000) {
                miles += 2 * demand.flowPerHour(metres, hour) * 1000 / METRES_PER_MILE;
            }
        }
        return miles;
    }

    private static double casualties(CityDay day) {
        Road road = day.road();
        SpontaneousIncidents.Conditions world = new SpontaneousIncidents.Conditions(
                road, new TrafficExposure(road, new TrafficDemand(road)), new Average());
        SpontaneousIncidents year = new SpontaneousIncidents(new Seed(day.seed().value()), world, MULTIPLIER, YEAR);
        Set<UUID> accidents = new HashSet<>();
        CityDay.told(year, YEAR.plus(Duration.ofDays(DAYS)))
                .map(EmergencyReport.class::cast)
                .filter(report ->
                        report.road().equals("M40") && report.description().contains("people were hurt"))
                .forEach(report -> accidents.add(report.incidentId()));
        return accidents.size() * CASUALTIES / MULTIPLIER / DAYS;
    }

    /// At three hours of each day, which wander through it, at all stations alike.
    private static double meanRisk(CityDay day) {
        TrafficDemand demand = new TrafficDemand(day.road());
        double weighted = 0;
        double weights = 0;
        for (int sample = 0; sample < 3 * DAYS; sample++) {
            Instant from = YEAR.plus(Duration.ofMinutes(sample * 487L));
            List<Object> told = new ArrayList<>();
            CityDay.told(CityDay.stations(day.seed(), day.road(), Duration.ofMinutes(1), from), from.plusSeconds(15))
                    .forEach(told::add);
            for (Object event : told) {
                WeatherObservation observation = (WeatherObservation) event;
                double driven = demand.flowPerHour(day.road().chainageNear(observation.location()), from);
                weighted += driven * WeatherRisk.of(felt(observation));
                weights += driven;
            }
        }
        return weighted / weights;
    }

    private static RoadWeather felt(WeatherObservation observation) {
        int code = observation.code().code();
        boolean snow = (code >= 71 && code <= 77) || code == 85 || code == 86;
        double falling = observation.atmosphere().precipitationMmPerHour();
        return new RoadWeather(
                snow ? 0 : falling,
                snow ? falling : 0,
                observation.atmosphere().visibilityMetres(),
                observation.atmosphere().temperatureCelsius());
    }

    List<FactComparison> findings() {
        double spread = 2.58 * Math.sqrt(expectedOnTheDay);
        return List.of(
                new FactComparison(
                        "Incidents on the day",
                        expectedOnTheDay,
                        "970 a billion vehicle miles, chosen but for casualties",
                        onTheDay,
                        Math.floor(expectedOnTheDay - spread),
                        Math.ceil(expectedOnTheDay + spread),
                        "99 % of Poisson counts"),
                FactComparison.within(
                        0.12,
                        "Casualties on the M40, mean of a year [1/day]",
                        0.64,
                        "DfT: 76 a billion vehicle miles of motorway, 2023",
                        casualtiesPerDay),
                FactComparison.within(
                        0.03,
                        "Accidents for each of the average weather, mean of a year",
                        1,
                        "chosen: weather moves accidents, it adds none",
                        meanRisk));
    }

    /// The average weather of the year, always and everywhere.
    private static final class Average implements Disturbances {
        @Override
        public RoadWeather weatherAt(double chainageMetres, long minute) {
            return AVERAGE;
        }

        @Override
        public List<LaneClosure> closuresAt(Carriageway carriageway, long minute) {
            return List.of();
        }
    }
}
