package smartcity.validation.fact;

import java.time.Duration;
import java.util.List;
import smartcity.event.TrafficReport;
import smartcity.validation.day.CityDay;
import smartcity.vehicle.camera.RoadsideCameras;
import smartcity.vehicle.fleet.Fleet;

/// What the cameras count in a minute beside the flow there is.
///
/// @param reports number of minutes counted
/// @param ratio of all that was counted to all that passed
/// @param dispersion mean of (counted - passed)^2 / passed: 1 where the count is a Poisson one
record CameraCounts(long reports, double ratio, double dispersion) {
    private static final Duration INTERVAL = Duration.ofMinutes(30);
    private static final double MINUTES_PER_HOUR = 60;

    /// What every camera tells of a day, each half an hour.
    static List<TrafficReport> told(CityDay day) {
        Fleet nobody = new Fleet(
                day.seed(),
                day.road(),
                day.traffic(),
                new Fleet.Size(1, Duration.ofHours(1)),
                day.period().from());
        RoadsideCameras cameras = new RoadsideCameras(
                day.seed(),
                new RoadsideCameras.ObservedRoad(day.road(), day.traffic(), nobody),
                INTERVAL,
                day.period().from().plus(INTERVAL));
        return CityDay.told(cameras, day.period().until())
                .map(TrafficReport.class::cast)
                .toList();
    }

    static CameraCounts of(CityDay day, List<TrafficReport> reports) {
        List<double[]> pairs = reports.stream()
                .map(report -> new double[] {report.flow().intensityPerHour() / MINUTES_PER_HOUR, passing(day, report)})
                .toList();
        double counted = pairs.stream().mapToDouble(pair -> pair[0]).sum();
        double passed = pairs.stream().mapToDouble(pair -> pair[1]).sum();
        double dispersion = pairs.stream()
                .filter(pair -> pair[1] > 0)
                .mapToDouble(pair -> (pair[0] - pair[1]) * (pair[0] - pair[1]) / pair[1])
                .average()
                .orElseThrow();
        return new CameraCounts(pairs.size(), counted / passed, dispersion);
    }

    /// In the minute that the report ends, by the flow in its middle.
    private static double passing(CityDay day, TrafficReport report) {
        double middle = report.timestamp().toEpochMilli() / 1000.0 - 30;
        return day.traffic()
                        .stateAt(day.road().chainageNear(report.location()), report.carriageway(), middle)
                        .flowPerHour()
                / MINUTES_PER_HOUR;
    }

    List<FactComparison> findings() {
        String source = "counting noise: vehicles come independently";
        return List.of(
                FactComparison.within(0.01, "Camera counts / flow of the field, day's sum", 1, source, ratio),
                FactComparison.within(
                        0.1, "Camera counts, (count - flow)² / flow, mean of the minutes", 1, source, dispersion));
    }
}
