package smartcity.report.fact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.vehicle.camera.Meter;

/// The share of lorries on each counted link, as its cameras tell it by the road that a vehicle takes on
/// average: long where many are lorries. No camera stands between J14 and J15.
///
/// Source: Kwon, Varaiya and Skabardonis, "Estimation of truck traffic volume from single loop detectors with
/// lane-to-lane speed correlation", Transportation Research Record 1856, 2003.
///
/// @param percent of the flow, both directions
record Lorries(Map<Link, Double> percent) {
    private static final double TOLERANCE = 0.01;

    Lorries {
        percent = Map.copyOf(percent);
    }

    static Lorries on(Road road, List<TrafficReport> reports) {
        Map<Link, Double> metres = new EnumMap<>(Link.class);
        Map<Link, Double> vehicles = new EnumMap<>(Link.class);
        for (TrafficReport report : reports) {
            double place = road.chainageNear(report.location());
            TrafficFlow flow = report.flow();
            if (flow.densityPerKm() > 0 && flow.occupancy() < 1) {
                double length = flow.occupancy() * road.sectionAt(place).lanes() * 1000 / flow.densityPerKm();
                Link.at(road, place).ifPresent(link -> {
                    metres.merge(link, length * flow.intensityPerHour(), Double::sum);
                    vehicles.merge(link, flow.intensityPerHour(), Double::sum);
                });
            }
        }
        Map<Link, Double> percent = new EnumMap<>(Link.class);
        metres.forEach((link, sum) -> percent.put(link, percent(sum / vehicles.getOrDefault(link, 0.0))));
        return new Lorries(percent);
    }

    private static double percent(double meanMetres) {
        return 100 * (meanMetres - Meter.LOOP_METRES - Meter.OTHER_METRES) / (Meter.LORRY_METRES - Meter.OTHER_METRES);
    }

    List<Finding> findings() {
        return percent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(found -> Finding.within(
                        TOLERANCE,
                        "Lorries %s, by the cameras' occupancy [%%]"
                                .formatted(found.getKey().title()),
                        found.getKey().lorryPercent(),
                        Link.SOURCE,
                        found.getValue()))
                .toList();
    }
}
