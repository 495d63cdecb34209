package smartcity.view.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads the GPS fixes of one vehicle, from two minutes back, as long as somebody asks for them. Safe for use
/// by several threads.
final class GpsTrace {
    /// Fixes that are kept; chosen: two minutes at a fix a second.
    private static final int FIXES = 120;

    /// After the last question [ns]; chosen.
    private static final long KEPT_NANOS = Duration.ofSeconds(15).toNanos();

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration LIST_TIMEOUT = Duration.ofSeconds(3);

    private final byte[] deviceId;
    private final ObjectMapper json = new ObjectMapper();
    private final Deque<ArrayNode> fixes = new ArrayDeque<>();
    private volatile long asked = System.nanoTime();

    GpsTrace(String deviceId) {
        this.deviceId = deviceId.getBytes(StandardCharsets.UTF_8);
    }

    /// The fixes until now, from old to new: event time, latitude, longitude, and the radius in which the
    /// vehicle is with 68 % probability [m].
    ArrayNode fixes() {
        asked = System.nanoTime();
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        synchronized (fixes) {
            fixes.forEach(array::add);
        }
        return array;
    }

    boolean isWanted() {
        return System.nanoTime() - asked < KEPT_NANOS;
    }

    /// Reads until nobody asks any more; a broker that is away ends it, as does a topic that does not exist
    /// yet, and the next question starts another.
    void follow(Map<String, Object> settings, String topic, Instant from) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, LIST_TIMEOUT).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                end();
                return;
            }
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            consumer.offsetsForTimes(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, _ -> from.toEpochMilli())))
                    .forEach((partition, start) -> {
                        if (start != null) {
                            consumer.seek(partition, start.offset());
                        }
                    });
            while (isWanted()) {
                consumer.poll(POLL).forEach(this::receive);
            }
        } catch (KafkaException e) {
            end();
        }
    }

    private void end() {
        asked = System.nanoTime() - KEPT_NANOS;
    }

    private void receive(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || !Arrays.equals(record.key(), deviceId)) {
            return;
        }
        try {
            JsonNode fix = json.readTree(record.value());
            JsonNode location = fix.path("location");
            if (location.path("latitude").isNumber()
                    && location.path("longitude").isNumber()) {
                ArrayNode kept = JsonNodeFactory.instance
                        .arrayNode()
                        .add(record.timestamp())
                        .add(location.path("latitude").doubleValue())
                        .add(location.path("longitude").doubleValue())
                        .add(fix.path("accuracy").asDouble());
                synchronized (fixes) {
                    fixes.addLast(kept);
                    if (fixes.size() > FIXES) {
                        fixes.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            // not JSON: a fault on purpose, or another writer; the trace leaves it out
        }
    }
}
