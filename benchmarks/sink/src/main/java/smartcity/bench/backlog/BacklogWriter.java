package smartcity.bench.backlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.event.EventJson;
import smartcity.event.VehicleTelemetry;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.KafkaTopics;

/// Fills the topic as the simulator does: key, timestamp, no compression; only the batches are larger.
public final class BacklogWriter {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MILLIS = 20;

    private BacklogWriter() {}

    /// Creates the topic and produces the whole backlog; returns when the broker has all of it.
    ///
    /// @return what the topic holds now, in words
    /// @throws LaunchException if the broker refused a record
    public static String fill(KafkaBacklog backlog, TemporaryCluster cluster) {
        try (KafkaTopics topics = cluster.topics(List.of(KafkaBacklog.TOPIC), "none")) {
            topics.createMissing(backlog.partitions());
        }
        long bytes = produce(backlog, cluster.infra().bootstrapServers());
        return String.format(
                Locale.ROOT,
                "Backlog: %,d records of %d bytes in %d partitions, event times in %s",
                backlog.records(),
                bytes / backlog.records(),
                backlog.partitions(),
                backlog.hours() == 1 ? "order" : backlog.hours() + " hours at random");
    }

    private static long produce(KafkaBacklog backlog, String bootstrapServers) {
        AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
        VehicleRecords records = new VehicleRecords(backlog);
        EventJson json = new EventJson();
        long bytes = 0;
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrapServers)) {
            for (long i = 0; i < backlog.records() && refusal.get() == null; i++) {
                VehicleTelemetry record = records.next();
                byte[] value = json.encode(record);
                bytes += value.length;
                var _ = producer.send(produced(record, value), (_, failure) -> {
                    if (failure != null) {
                        refusal.compareAndSet(null, failure);
                    }
                });
            }
        }
        Exception failure = refusal.get();
        if (failure != null) {
            throw new LaunchException(
                    "Failed to fill topic " + KafkaBacklog.TOPIC + ": " + failure.getMessage(), failure);
        }
        return bytes;
    }

    private static ProducerRecord<byte[], byte[]> produced(VehicleTelemetry record, byte[] value) {
        byte[] key = record.deviceId().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(KafkaBacklog.TOPIC, null, record.timestamp().toEpochMilli(), key, value);
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
