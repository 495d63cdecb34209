package smartcity.validation.fact;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import smartcity.demand.RoadLink;
import smartcity.event.TrafficReport;
import smartcity.road.Road;
import smartcity.validation.day.CityDay;
import smartcity.vehicle.camera.RoadsideCameras;
import smartcity.vehicle.fleet.Fleet;

/// What the traffic_data records of a day's cameras show.
///
/// @param perDay flow of each counted link with cameras, both directions [vehicles/day]
/// @param meanMph mean speed of the traffic on the M40, weighted by its flow [miles/h]
public record CameraFlows(Map<RoadLink, Double> perDay, double meanMph) {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final double KM_PER_MILE = 1.609344;

    public CameraFlows {
        perDay = Map.copyOf(perDay);
    }

    static CameraFlows on(CityDay day) {
        return of(day.road(), reports(day));
    }

    /// The records of all cameras on a day, one an hour each.
    static List<TrafficReport> reports(CityDay day) {
        Fleet oneVehicle = new Fleet(
                day.seed(),
                day.road(),
                day.traffic(),
                new Fleet.Size(1, Duration.ofHours(1)),
                day.period().from());
        RoadsideCameras cameras = new RoadsideCameras(
                day.seed(),
                new RoadsideCameras.ObservedRoad(day.road(), day.traffic(), oneVehicle),
                INTERVAL,
                day.period().from().plus(INTERVAL));
        return CityDay.eventsOf(cameras, day.period().until())
                .map(TrafficReport.class::cast)
                .toList();
    }

    static CameraFlows of(Road road, List<TrafficReport> reports) {
        Map<RoadLink, double[]> byLink = new EnumMap<>(RoadLink.class);
        double flows = 0;
        double densities = 0;
        for (TrafficReport report : reports) {
            flows += report.flow().intensityPerHour();
            densities += report.flow().densityPerKm();
            double place = road.chainageNear(report.location());
            for (RoadLink link : RoadLink.counted()) {
                if (link.startMetres(road) <= place && place < link.endMetres(road)) {
                    double[] sum = byLink.computeIfAbsent(link, _ -> new double[2]);
                    sum[0] += report.flow().intensityPerHour();
                    sum[1]++;
                }
            }
        }
        Map<RoadLink, Double> perDay = new EnumMap<>(RoadLink.class);
        byLink.forEach((link, sum) -> perDay.put(link, 2 * 24 * sum[0] / sum[1]));
        return new CameraFlows(perDay, flows / densities / KM_PER_MILE);
    }

    /// Flow of a link [vehicles/day]; empty where no camera is.
    public OptionalDouble flowOf(RoadLink link) {
        Double flow = perDay.get(link);
        return flow == null ? OptionalDouble.empty() : OptionalDouble.of(flow);
    }

    FactGroup group() {
        return new FactGroup(
                "Speed by camera",
                """
                Sum of `intensity` over sum of `trafficDensity` of all cameras of the M40 in a day of traffic_data. Put in:
                limits, free speeds, demand. Simulated: what traffic, weather and incidents leave of them. The source has the
                mean of all strategic roads, A roads included: a motorway must not be slower, nor faster than its limit.""",
                List.of(new FactComparison(
                        "Mean speed of the traffic on the M40 [mph]",
                        MeanSpeedFact.MPH,
                        MeanSpeedFact.SOURCE,
                        meanMph,
                        MeanSpeedFact.MPH,
                        70.0,
                        FactComparison.plain(MeanSpeedFact.MPH) + " to 70")));
    }
}
