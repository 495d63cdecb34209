package smartcity.validation.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smartcity.chance.Seed;
import smartcity.event.Event;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// How fast cars go when nobody is in their way: on the M40, in a fine night, as vehicle_data tells it.
///
/// Counted is who passes a place, as the source's counters do: of those who drive at an instant, who drives
/// faster passes more places.
///
/// @param above70 share of the cars above 70 mph [%]
/// @param above80 the same above 80 mph [%]
record FreeSpeeds(double above70, double above80) {
    private static final String SOURCE = "DfT, vehicle speed compliance statistics 2022";
    private static final double MILE = 1.609344;
    private static final Instant NIGHT = Instant.parse("2026-11-11T02:00:00Z");
    private static final Duration COUNTED = Duration.ofHours(1);

    /// Some 1,500 cars pass one counter or more, most of them several, so that the standard errors are 1.3
    /// and 0.7 points. No car gets past two counters within the interval.
    private static final Fleet.Size SIZE = new Fleet.Size(4000, Duration.ofSeconds(10));

    static FreeSpeeds of(Seed seed, Road road) {
        double[] speeds = passing(new Fleet(seed, road, new TrafficField(seed, road), SIZE, NIGHT), counters(road));
        return new FreeSpeeds(above(speeds, 70), above(speeds, 80));
    }

    /// Where the M40 crosses these latitudes: in the middle of each link.
    private static double[] counters(Road road) {
        return Arrays.stream(CountedLink.values())
                .mapToDouble(link -> road.locationAt(link.middle(road)).latitude())
                .toArray();
    }

    /// The speeds of the cars that pass [km/h].
    private static double[] passing(Fleet fleet, double[] counters) {
        List<Double> speeds = new ArrayList<>();
        Map<String, Double> places = new HashMap<>();
        while (fleet.nextDue().isBefore(NIGHT.plus(COUNTED))) {
            for (Event event : fleet.next()) {
                if (event instanceof VehicleTelemetry car && car.vehicleType() == VehicleType.CAR) {
                    double place = car.location().latitude();
                    Double before = places.put(car.deviceId(), place);
                    if (before != null && car.road().equals("M40") && passes(counters, before, place)) {
                        speeds.add(car.motion().speedKmh());
                    }
                }
            }
        }
        return speeds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean passes(double[] counters, double from, double to) {
        return Arrays.stream(counters).anyMatch(counter -> from < counter != to < counter);
    }

    private static double above(double[] speeds, double mph) {
        return 100.0 * Arrays.stream(speeds).filter(speed -> speed > mph * MILE).count() / speeds.length;
    }

    List<FactComparison> findings() {
        return List.of(
                new FactComparison(
                        "Cars above 70 mph, free flow, at counters [%]", 45, SOURCE, above70, 41, 49, "± 4 points"),
                new FactComparison(
                        "Cars above 80 mph, free flow, at counters [%]", 8, SOURCE, above80, 6, 10, "± 2 points"));
    }
}
