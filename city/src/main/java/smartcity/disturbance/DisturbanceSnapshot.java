package smartcity.disturbance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import smartcity.event.AtmosphericConditions;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyReport;
import smartcity.event.IncidentStatus;
import smartcity.event.WeatherObservation;
import smartcity.road.Road;

/// The weather and incidents in effect at one minute.
record DisturbanceSnapshot(
        long minute, List<LocalWeather> weather, List<LaneClosure> northbound, List<LaneClosure> southbound) {
    /// A report that is overdue by less still has its full effect; chosen [min].
    private static final int FULL_EFFECT_MINUTES = 5;

    /// A station that is overdue by this has no effect; an incident without a report for this long counts as over,
    /// because its reports come every three minutes. Chosen [min].
    private static final int EXPIRY_MINUTES = 15;

    /// Weather at a station's chainage.
    record LocalWeather(double chainageMetres, RoadWeather weather) {}

    static DisturbanceSnapshot at(
            long minute,
            Collection<ReportHistory<WeatherObservation>> stations,
            Collection<ReportHistory<EmergencyReport>> incidents,
            Road road) {
        List<LocalWeather> weather = stations.stream()
                .flatMap(station -> local(station, minute).stream())
                .sorted(Comparator.comparingDouble(LocalWeather::chainageMetres)
                        .thenComparing(local -> local.weather().toString()))
                .toList();
        return new DisturbanceSnapshot(
                minute,
                weather,
                closures(Carriageway.NORTHBOUND, minute, incidents, road),
                closures(Carriageway.SOUTHBOUND, minute, incidents, road));
    }

    private static Optional<LocalWeather> local(ReportHistory<WeatherObservation> station, long minute) {
        long overdue = station.minutesOverdue(minute).orElse(EXPIRY_MINUTES);
        double fineShare =
                Math.clamp((overdue - FULL_EFFECT_MINUTES) / (double) (EXPIRY_MINUTES - FULL_EFFECT_MINUTES), 0, 1);
        return station.at(minute)
                .map(report -> new LocalWeather(
                        report.chainageMetres(), roadWeather(report.event()).towards(RoadWeather.FINE, fineShare)));
    }

    /// Precipitation is snow by its code, and rain otherwise, including hail.
    private static RoadWeather roadWeather(WeatherObservation observation) {
        AtmosphericConditions air = observation.atmosphere();
        int code = observation.code().code();
        boolean snow = (code >= 71 && code <= 77) || code == 85 || code == 86;
        return new RoadWeather(
                snow ? 0 : air.precipitationMmPerHour(),
                snow ? air.precipitationMmPerHour() : 0,
                air.visibilityMetres(),
                air.temperatureCelsius());
    }

    private static List<LaneClosure> closures(
            Carriageway carriageway, long minute, Collection<ReportHistory<EmergencyReport>> incidents, Road road) {
        return incidents.stream()
                .map(incident -> closure(carriageway, minute, incident, road))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(LaneClosure::chainageMetres).thenComparing(LaneClosure::incidentId))
                .toList();
    }

    private static Optional<LaneClosure> closure(
            Carriageway carriageway, long minute, ReportHistory<EmergencyReport> incident, Road road) {
        boolean expired = incident.minutesSilent(minute).orElse(EXPIRY_MINUTES) >= EXPIRY_MINUTES;
        return incident.at(minute)
                .filter(report -> !expired
                        && report.event().carriageway() == carriageway
                        && report.event().status() != IncidentStatus.RESOLVED)
                .map(report ->
                        closure(report, road.sectionAt(report.chainageMetres()).lanes()));
    }

    private static LaneClosure closure(TimedReport<EmergencyReport> report, int lanes) {
        return new LaneClosure(
                report.event().incidentId(),
                report.event().carriageway(),
                report.chainageMetres(),
                Math.min(report.event().lanesClosed(), lanes),
                lanes,
                report.event().type());
    }

    List<LaneClosure> closures(Carriageway carriageway) {
        return switch (carriageway) {
            case NORTHBOUND -> northbound;
            case SOUTHBOUND -> southbound;
        };
    }

    /// Linear between neighbouring stations; beyond the last station its weather; fine without any station.
    RoadWeather weatherAt(double chainageMetres) {
        LocalWeather before = null;
        for (LocalWeather after : weather) {
            if (after.chainageMetres() >= chainageMetres) {
                return before == null ? after.weather() : between(before, after, chainageMetres);
            }
            before = after;
        }
        return before == null ? RoadWeather.FINE : before.weather();
    }

    private static RoadWeather between(LocalWeather before, LocalWeather after, double chainageMetres) {
        double metres = after.chainageMetres() - before.chainageMetres();
        return before.weather().towards(after.weather(), (chainageMetres - before.chainageMetres()) / metres);
    }
}
