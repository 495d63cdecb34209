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
import smartcity.event.EventSource;
import smartcity.event.Location;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// The speeds of cars in free traffic: on the M40, in a night of fine weather, from vehicle_data.
///
/// Cars are counted when they pass a place, as the source's counters do: a faster car passes more places in an hour.
///
/// @param above70 share of the cars above 70 mph [%]
/// @param above80 the same above 80 mph [%]
record FreeSpeeds(double above70, double above80) {
    private static final String SOURCE = "DfT, vehicle speed compliance statistics 2022";
    private static final double MILE = 1.609344;
    static final Instant NIGHT = Instant.parse("2026-11-11T02:00:00Z");
    private static final Duration COUNTED = Duration.ofHours(1);

    /// So many cars pass that the standard errors are 1.3 and 0.7 points.
    private static final Fleet.Size SIZE = new Fleet.Size(4000, Duration.ofSeconds(10));

    static FreeSpeeds of(Seed seed, Road road) {
        return of(new Fleet(seed, road, new TrafficField(seed, road), SIZE, NIGHT), road);
    }

    /// From the vehicle_data records of a source in an hour from [#NIGHT] on.
    static FreeSpeeds of(EventSource vehicles, Road road) {
        double[] speeds = passing(vehicles, new CountingPlaces(road));
        return new FreeSpeeds(above(speeds, 70), above(speeds, 80));
    }

    /// The speeds of the passing cars [km/h].
    private static double[] passing(EventSource vehicles, CountingPlaces places) {
        List<Double> speeds = new ArrayList<>();
        Map<String, Location> latest = new HashMap<>();
        while (vehicles.nextDue().isBefore(NIGHT.plus(COUNTED))) {
            for (Event event : vehicles.next()) {
                if (event instanceof VehicleTelemetry car && car.vehicleType() == VehicleType.CAR) {
                    Location before = latest.put(car.deviceId(), car.location());
                    if (before != null && places.passed(before, car.location()).isPresent()) {
                        speeds.add(car.motion().speedKmh());
                    }
                }
            }
        }
        return speeds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double above(double[] speeds, double mph) {
        return 100.0 * Arrays.stream(speeds).filter(speed -> speed > mph * MILE).count() / speeds.length;
    }

    FactGroup group() {
        return new FactGroup(
                "Speeds of cars in free traffic",
                """
                `speed` of the cars of a fleet of 4,000 as they pass the middle of a counted link, in vehicle_data of an hour
                of a night of fine weather. Put in: the distribution of the speeds that drivers choose. Simulated: limits,
                traffic, and that a faster car passes more places.""",
                List.of(
                        new FactComparison("Cars above 70 mph [%]", 45, SOURCE, above70, 41, 49, "± 4 points"),
                        new FactComparison("Cars above 80 mph [%]", 8, SOURCE, above80, 6, 10, "± 2 points")));
    }
}
