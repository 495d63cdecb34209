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

/// What is known at one minute.
record DisturbanceSnapshot(
        long minute, List<LocalWeather> weather, List<LaneClosure> northbound, List<LaneClosure> southbound) {
    /// A station that is overdue by less is still believed, chosen [min].
    private static final int BELIEVED = 5;

    /// Overdue by this, a station counts for nothing; silent for this, an incident counts as over, for its reports
    /// come every three minutes. Chosen [min].
    private static final int FORGOTTEN = 15;

    /// Weather at a station's chainage.
    record LocalWeather(double chainageMetres, RoadWeather weather) {}

    static DisturbanceSnapshot at(
            long minute,
            Collection<ReportHistory<WeatherObservation>> stations,
            Collection<ReportHistory<EmergencyReport>> incidents,
            Road road) {
        List<LocalWeather> weather = stations.stream()
                .filter(station -> station.at(minute) != null)
                .map(station -> local(station, minute))
                .sorted(Comparator.comparingDouble(LocalWeather::chainageMetres)
                        .thenComparing(local -> local.weather().toString()))
                .toList();
        return new DisturbanceSnapshot(
                minute,
                weather,
                closures(Carriageway.NORTHBOUND, minute, incidents, road),
                closures(Carriageway.SOUTHBOUND, minute, incidents, road));
    }

    private static LocalWeather local(ReportHistory<WeatherObservation> station, long minute) {
        TimedReport<WeatherObservation> told = station.at(minute);
        if (told == null) {
            throw new IllegalArgumentException("station must have reported but had not by minute " + minute);
        }
        double doubt = Math.clamp((station.minutesOverdue(minute) - BELIEVED) / (double) (FORGOTTEN - BELIEVED), 0, 1);
        return new LocalWeather(told.chainageMetres(), roadWeather(told.event()).towards(RoadWeather.FINE, doubt));
    }

    /// Snow by the code: what falls is rain otherwise, also hail.
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
        TimedReport<EmergencyReport> told = incident.at(minute);
        if (told == null
                || told.event().carriageway() != carriageway
                || told.event().status() == IncidentStatus.RESOLVED
                || incident.minutesSilent(minute) >= FORGOTTEN) {
            return Optional.empty();
        }
        EmergencyReport report = told.event();
        int lanes = road.sectionAt(told.chainageMetres()).lanes();
        return Optional.of(new LaneClosure(
                report.incidentId(),
                carriageway,
                told.chainageMetres(),
                Math.min(report.lanesClosed(), lanes),
                lanes,
                report.type()));
    }

    List<LaneClosure> closures(Carriageway carriageway) {
        return switch (carriageway) {
            case NORTHBOUND -> northbound;
            case SOUTHBOUND -> southbound;
        };
    }

    /// Linear between neighbouring stations, that of the last one beyond it, fine without any.
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
