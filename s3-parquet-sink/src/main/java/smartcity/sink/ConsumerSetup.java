package smartcity.sink;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/// Makes the consumers that the loops poll.
@Singleton
class ConsumerSetup {
    /// More loops than this hardly gain anything where records are decoded at some 100,000 a second each [chosen].
    private static final int THREADS_BY_DEFAULT = 4;

    /// Of all consumers together [bytes, chosen]: what is fetched but not polled yet is memory, too.
    private static final int FETCH_BYTES = 16 * 1024 * 1024;

    private final Map<String, Object> kafka;
    private final GroupConfig group;

    ConsumerSetup(@Identifier("default-kafka-broker") Map<String, Object> kafka, GroupConfig group) {
        this.kafka = kafka;
        this.group = group;
    }

    /// One consumer for each loop.
    List<Consumer<ByteBuffer, ByteBuffer>> all() {
        int threads = group.threads()
                .orElse(Math.min(THREADS_BY_DEFAULT, Runtime.getRuntime().availableProcessors()));
        if (threads < 1) {
            throw new IllegalArgumentException("sink.threads must be at least 1 but was " + threads);
        }
        return Stream.generate(() -> consumer(threads)).limit(threads).toList();
    }

    /// What stands before the deployment's own Kafka settings may be overridden by them; what stands behind may
    /// not, as the sink's guarantees rest on it. A killed member's partitions wait for the session timeout; new
    /// topics are found after the metadata's age.
    private Consumer<ByteBuffer, ByteBuffer> consumer(int threads) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES / threads);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
    }
}
