package smartcity.validation.fact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import smartcity.event.TrafficFlow;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.vehicle.camera.TrafficCounter;

/// The share of lorries on each counted link, as its cameras tell it by the road that a vehicle takes on
/// average: long where many are lorries. No camera stands between J14 and J15.
///
/// Source: Kwon, Varaiya and Skabardonis, "Estimation of truck traffic volume from single loop detectors with
/// lane-to-lane speed correlation", Transportation Research Record 1856, 2003.
///
/// @param percent of the flow, both directions
record LorryShares(Map<CountedLink, Double> percent) {
    private static final double TOLERANCE = 0.01;

    LorryShares {
        percent = Map.copyOf(percent);
    }

    static LorryShares on(Road road, List<TrafficReport> reports) {
        Map<CountedLink, Double> metres = new EnumMap<>(CountedLink.class);
        Map<CountedLink, Double> vehicles = new EnumMap<>(CountedLink.class);
        for (TrafficReport report : reports) {
            double place = road.chainageNear(report.location());
            TrafficFlow flow = report.flow();
            if (flow.densityPerKm() > 0 && flow.occupancy() < 1) {
                double length = flow.occupancy() * road.sectionAt(place).lanes() * 1000 / flow.densityPerKm();
                CountedLink.at(road, place).ifPresent(link -> {
                    metres.merge(link, length * flow.intensityPerHour(), Double::sum);
                    vehicles.merge(link, flow.intensityPerHour(), Double::sum);
                });
            }
        }
        Map<CountedLink, Double> percent = new EnumMap<>(CountedLink.class);
        metres.forEach((link, sum) -> percent.put(link, percent(sum / vehicles.getOrDefault(link, 0.0))));
        return new LorryShares(percent);
    }

    private static double percent(double meanMetres) {
        return 100
                * (meanMetres - TrafficCounter.LOOP_METRES - TrafficCounter.OTHER_METRES)
                / (TrafficCounter.LORRY_METRES - TrafficCounter.OTHER_METRES);
    }

    List<FactComparison> findings() {
        return percent.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(found -> FactComparison.within(
                        TOLERANCE,
                        "Lorries %s, by the cameras' occupancy [%%]"
                                .formatted(found.getKey().title()),
                        found.getKey().lorryPercent(),
                        CountedLink.SOURCE,
                        found.getValue()))
                .toList();
    }
}
