package smartcity.bench.codec;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.road.Road;
import smartcity.vehicle.fleet.Fleet;
import smartcity.vehicle.traffic.TrafficField;

/// A record of `vehicle_data` as it is in a fetched batch.
///
/// @param json a slice of an array that holds many
/// @param timestampMillis of Kafka [ms since 1970]
record VehicleRecord(ByteBuffer json, long timestampMillis) {
    private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");

    /// Every vehicle of the fleet reports once in this time.
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /// The first records of a fleet, as one partition of the topic has them: in the order of their timestamps.
    ///
    /// @param vehicles whose records are in the partition
    static List<VehicleRecord> of(int vehicles, int records) {
        Seed seed = new Seed(7);
        Road road = Road.londonToBirmingham();
        Fleet fleet = new Fleet(seed, road, new TrafficField(seed, road), new Fleet.Size(vehicles, INTERVAL), MORNING);
        List<Event> events = new ArrayList<>();
        while (events.size() < records) {
            fleet.next().stream()
                    .filter(event -> event.topic() == CityTopic.VEHICLE)
                    .forEach(events::add);
        }
        return slices(events);
    }

    private static List<VehicleRecord> slices(List<Event> events) {
        EventJson json = new EventJson();
        List<byte[]> values = events.stream().map(json::encode).toList();
        ByteBuffer all = ByteBuffer.allocate(
                values.stream().mapToInt(value -> value.length).sum());
        List<VehicleRecord> records = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            byte[] value = values.get(i);
            records.add(new VehicleRecord(
                    all.slice(all.position(), value.length),
                    events.get(i).timestamp().toEpochMilli()));
            all.put(value);
        }
        return records;
    }
}
