package smartcity.bench.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import smartcity.chance.Seed;
import smartcity.event.VehicleTelemetry;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// The vehicle simulator's own records; the same backlog gives the same ones. One thread.
final class VehicleRecords {
    private static final int VEHICLES = 2_000;
    private static final Seed SEED = new Seed(3);
    private static final Instant IN_ONE_HOUR = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant IN_TWO_HOURS = Instant.parse("2026-11-23T07:40:00Z");
    private static final Duration SPAN = Duration.ofMinutes(30);

    private final Fleet fleet;
    private final int hours;
    private final SplittableRandom scatter = new SplittableRandom(SEED.value());

    VehicleRecords(KafkaBacklog backlog) {
        Road road = Road.londonToBirmingham();
        long millis = SPAN.toMillis() * VEHICLES / backlog.records();
        Duration interval = Duration.ofMillis(Math.clamp(millis, 100, 3_600_000));
        hours = backlog.hours();
        Instant from = hours == 1 ? IN_TWO_HOURS : IN_ONE_HOUR;
        fleet = new Fleet(SEED, road, new TrafficField(SEED, road), new Fleet.Size(VEHICLES, interval), from);
    }

    VehicleTelemetry next() {
        VehicleTelemetry record = fleet.next().stream()
                .filter(VehicleTelemetry.class::isInstance)
                .map(VehicleTelemetry.class::cast)
                .findFirst()
                .orElseThrow();
        return hours == 1 ? record : at(record.timestamp().plus(Duration.ofHours(scatter.nextInt(hours))), record);
    }

    private static VehicleTelemetry at(Instant timestamp, VehicleTelemetry record) {
        return new VehicleTelemetry(
                record.id(),
                record.deviceId(),
                timestamp,
                record.location(),
                record.motion(),
                record.make(),
                record.model(),
                record.year(),
                record.fuelType(),
                record.vehicleType(),
                record.odometerKm(),
                record.energyLevel(),
                record.road());
    }
}
