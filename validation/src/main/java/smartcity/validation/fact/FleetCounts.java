package smartcity.validation.fact;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import smartcity.demand.RoadLink;
import smartcity.demand.TrafficDemand;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.validation.day.CityDay;
import smartcity.validation.day.TimePeriod;
import smartcity.vehicle.fleet.Fleet;

/// What the vehicle_data records of a fleet show over a period: vehicles that pass the counted links, distance and
/// driving time. For one thread.
public final class FleetCounts {
    /// Enough that the standard error of each link's share is some 2 % of it.
    private static final int VEHICLES = 2000;

    /// In which no vehicle passes two counting places.
    private static final Duration INTERVAL = Duration.ofMinutes(2);

    private static final double METRES_PER_MILE = 1609.344;

    private final CountingPlaces places;
    private final Map<RoadLink, Map<VehicleType, Long>> passages = new EnumMap<>(RoadLink.class);
    private final Map<String, VehicleTelemetry> latest = new HashMap<>();
    private double weightedKm;
    private double weightedHours;

    private FleetCounts(Road road) {
        places = new CountingPlaces(road);
    }

    /// Counts a fleet that drives through the traffic of a day.
    static FleetCounts on(CityDay day) {
        Fleet fleet = new Fleet(
                day.seed(),
                day.road(),
                day.traffic(),
                new Fleet.Size(VEHICLES, INTERVAL),
                day.period().from());
        return of(fleet, day.road(), day.period());
    }

    /// Counts the vehicle_data records of a source in a period.
    static FleetCounts of(EventSource vehicles, Road road, TimePeriod period) {
        FleetCounts counts = new FleetCounts(road);
        while (vehicles.nextDue().isBefore(period.until())) {
            for (Event event : vehicles.next()) {
                if (event instanceof VehicleTelemetry record) {
                    counts.add(record);
                }
            }
        }
        return counts;
    }

    private void add(VehicleTelemetry record) {
        VehicleTelemetry before = latest.put(record.deviceId(), record);
        if (before == null) {
            return;
        }
        if (before.motion().speedKmh() > 0 && record.motion().speedKmh() > 0) {
            double weight = TrafficDemand.shareOfHour(record.timestamp());
            weightedKm += weight * (record.odometerKm() - before.odometerKm());
            weightedHours += weight
                    * Duration.between(before.timestamp(), record.timestamp()).toMillis()
                    / 3_600_000.0;
        }
        places.passed(before.location(), record.location())
                .ifPresent(link -> passages.computeIfAbsent(link, _ -> new EnumMap<>(VehicleType.class))
                        .merge(record.vehicleType(), 1L, Long::sum));
    }

    private long passing(RoadLink link) {
        return passages.getOrDefault(link, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /// Share of a type in the vehicles that pass a link [%].
    double percentOf(VehicleType type, RoadLink link) {
        return 100.0 * passages.getOrDefault(link, Map.of()).getOrDefault(type, 0L) / passing(link);
    }

    /// Share of a link in the vehicles that pass all counted links [%].
    public double percentOn(RoadLink link) {
        return 100.0
                * passing(link)
                / RoadLink.counted().stream().mapToLong(this::passing).sum();
    }

    /// Distance by driving time, where an hour of the day weighs as much as its traffic [miles/h].
    double meanMph() {
        return weightedKm * 1000 / METRES_PER_MILE / weightedHours;
    }

    List<FactGroup> groups() {
        return List.of(flows(), lorries(), speed());
    }

    private FactGroup flows() {
        double total = RoadLink.counted().stream()
                .mapToDouble(RoadLink::vehiclesPerDay)
                .sum();
        return new FactGroup(
                "Flow by link",
                """
                The vehicles of a fleet of 2,000 that pass the middle of a link, counted in a day of vehicle_data in both
                directions; as shares of all that pass the eight counted links, because a fleet is a sample of the traffic.
                Put in: the flows from which the matrix of journeys is estimated. Simulated: each vehicle's journeys, rests
                and speeds.""",
                RoadLink.counted().stream()
                        .map(link -> FactComparison.within(
                                0.06,
                                "Flow %s, share of the counted links [%%]".formatted(link.title()),
                                100 * link.vehiclesPerDay() / total,
                                RoadLink.SOURCE,
                                percentOn(link)))
                        .toList());
    }

    private FactGroup lorries() {
        return new FactGroup(
                "Lorries by link",
                """
                The same vehicles by `vehicleType`, on the counted links but J9-J10, whose mix of vehicles is put in for all.
                Simulated: how often each vehicle passes each link. The class of a vehicle is independent of its journeys, so
                the fleet does not reproduce how the share of lorries differs from link to link (counted / simulated):
                %s.""".formatted(lorriesByLink()),
                List.of(FactComparison.within(
                        0.3,
                        "Lorries on seven links together [%]",
                        lorriesCounted(),
                        RoadLink.SOURCE,
                        lorriesSimulated())));
    }

    private static List<RoadLink> linksWithoutInput() {
        return RoadLink.counted().stream()
                .filter(link -> link != RoadLink.J9_J10)
                .toList();
    }

    /// Share of lorries in what is counted on all of them in a day [%].
    private static double lorriesCounted() {
        List<RoadLink> links = linksWithoutInput();
        double lorries = links.stream()
                .mapToDouble(link -> link.lorryShare() * link.vehiclesPerDay())
                .sum();
        return 100
                * lorries
                / links.stream().mapToDouble(RoadLink::vehiclesPerDay).sum();
    }

    /// Share of lorries in all passages of these links [%].
    double lorriesSimulated() {
        List<RoadLink> links = linksWithoutInput();
        double lorries = links.stream()
                .mapToDouble(link -> passages.getOrDefault(link, Map.of()).getOrDefault(VehicleType.LORRY, 0L))
                .sum();
        return 100 * lorries / links.stream().mapToDouble(this::passing).sum();
    }

    private String lorriesByLink() {
        return linksWithoutInput().stream()
                .map(link -> "%s %s / %s %%"
                        .formatted(
                                link.title(),
                                FactComparison.number(100 * link.lorryShare()),
                                FactComparison.number(percentOf(VehicleType.LORRY, link))))
                .collect(Collectors.joining(", "));
    }

    private FactGroup speed() {
        return new FactGroup(
                "Mean speed",
                """
                Distance by `odometer` over driving time, from vehicle_data of the same fleet on the whole road; an hour of
                the day weighs as much as its share of the traffic. Put in: limits, free speeds, demand. Simulated: what
                traffic, weather and incidents leave of them.""",
                List.of(FactComparison.within(
                        0.1,
                        "Mean speed, London to Birmingham [mph]",
                        MeanSpeedFact.MPH,
                        MeanSpeedFact.SOURCE,
                        meanMph())));
    }
}
