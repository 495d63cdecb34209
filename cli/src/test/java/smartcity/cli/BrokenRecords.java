package smartcity.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Values that can become no row of `vehicle_data`, each with a word its reason must have.
final class BrokenRecords {
    private static final String GOOD = """
            {"id":"0b7f6a0e-50a7-8c11-9d4b-2f1f6d3c8a55","deviceId":"broken","timestamp":"2026-11-23T08:30:00.000250Z",\
            "location":{"latitude":51.7,"longitude":-1.1},"speed":101.2,"direction":"NW","heading":312.4,"make":"Ford",\
            "model":"Focus","year":2021,"fuelType":"Petrol","vehicleType":"Car","odometer":1.5,"energyLevel":0.5,"road":"M40"}""";

    static final Map<String, String> REASONS = Map.of(
            "no json at all",
            "JSON",
            GOOD.substring(0, 100),
            "JSON",
            GOOD.replace("101.2", "\"fast\""),
            "speed",
            GOOD.replace("\"year\":2021", "\"year\":\"2021\""),
            "year",
            GOOD.replace("\"make\":\"Ford\",", ""),
            "make",
            GOOD.replace("2026-11-23T08:30:00.000250Z", "yesterday"),
            "timestamp",
            GOOD.replace("51.7", "null"),
            "location.latitude",
            GOOD.replace("0b7f6a0e-", ""),
            "id");

    private BrokenRecords() {}

    static void sendTo(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String value : REASONS.keySet()) {
                producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed to send broken records to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
