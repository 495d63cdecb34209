package smartcity.report.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.event.VehicleTelemetry;
import smartcity.event.VehicleType;
import smartcity.report.day.CityDay;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// How fast cars go when nobody is in their way: on the M40, in a fine night, as vehicle_data tells it.
///
/// Each car counts once. A counter beside the road would see 49 % of them above 70 mph, because a driver of
/// the fleet who drives faster also sets out more often.
///
/// @param above70 share of the cars above 70 mph [%]
/// @param above80 the same above 80 mph [%]
record FreeSpeeds(double above70, double above80) {
    private static final String SOURCE = "DfT, vehicle speed compliance statistics 2022; each car once";
    private static final double MILE = 1.609344;
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Instant NIGHT = Instant.parse("2026-11-11T02:00:00Z");

    /// Nobody drives so slowly on purpose; who does is setting out or arriving [km/h].
    private static final double MOVING = 60;

    /// Some 1,400 of these are cars that drive on the M40, so that the standard errors are 1.3 and 0.7
    /// points.
    private static final Fleet.Size SIZE = new Fleet.Size(4000, INTERVAL);

    static FreeSpeeds of(Seed seed, Road road) {
        Fleet fleet = new Fleet(seed, road, new TrafficField(seed, road), SIZE, NIGHT);
        double[] speeds = CityDay.told(fleet, NIGHT.plus(INTERVAL))
                .filter(VehicleTelemetry.class::isInstance)
                .map(VehicleTelemetry.class::cast)
                .filter(car ->
                        car.vehicleType() == VehicleType.CAR && car.road().equals("M40"))
                .mapToDouble(car -> car.motion().speedKmh())
                .filter(speed -> speed > MOVING)
                .toArray();
        return new FreeSpeeds(above(speeds, 70), above(speeds, 80));
    }

    private static double above(double[] speeds, double mph) {
        return 100.0 * Arrays.stream(speeds).filter(speed -> speed > mph * MILE).count() / speeds.length;
    }

    List<Finding> findings() {
        return List.of(
                new Finding("Cars above 70 mph, free flow [%]", 45, SOURCE, above70, 41, 49, "± 4 points"),
                new Finding("Cars above 80 mph, free flow [%]", 8, SOURCE, above80, 6, 10, "± 2 points"));
    }
}
