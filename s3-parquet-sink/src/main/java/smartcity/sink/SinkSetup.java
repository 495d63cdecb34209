package smartcity.sink;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import smartcity.sink.batch.Rollover;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.ObjectKeys;
import smartcity.sink.json.JsonRows;
import smartcity.sink.loop.Backoff;
import smartcity.sink.loop.Bucket;
import smartcity.sink.loop.Intake;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.Surroundings;
import smartcity.sink.row.Row;
import smartcity.sink.schema.JsonSchemaReader;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts the sink together from its configuration.
@Dependent
class SinkSetup {
    @Produces
    @Singleton
    ObjectStore store(S3Client client, SinkConfig config) {
        return new S3ObjectStore(client, config.bucket());
    }

    @Produces
    @Singleton
    LoopSettings settings(SinkConfig config) {
        return new LoopSettings(
                new Layout(config.prefix().orElse("")),
                new Rollover(
                        config.rollover().maxRecords(),
                        bytes(config.rollover().maxBytes()),
                        config.rollover().maxAge()),
                bytes(config.memory().maxBytes()),
                new Backoff(config.upload().retryAfter(), config.upload().retryAtMost()),
                config.revokeTimeout());
    }

    private static long bytes(MemorySize size) {
        return size.asLongValue();
    }

    @Produces
    @Singleton
    SinkLoop loop(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ObjectStore store,
            LoopSettings settings,
            SinkConfig config,
            TopicsConfig topics) {
        Executor uploads = Executors.newFixedThreadPool(
                config.upload().threads(),
                Thread.ofPlatform().daemon().name("sink-upload-", 0).factory());
        return new SinkLoop(
                consumer(kafka, config.group()),
                intakes(topics),
                new Bucket(store, uploads),
                settings,
                new Surroundings(
                        Clock.systemUTC(),
                        RandomGenerator.getDefault(),
                        time -> LockSupport.parkNanos(time.toNanos()),
                        new EventLog()));
    }

    /// What stands before the deployment's own Kafka settings may be overridden by them; what stands behind may
    /// not, as the sink's guarantees rest on it. A killed member's partitions wait for the session timeout; new
    /// topics are found after the metadata's age.
    private static Consumer<ByteBuffer, ByteBuffer> consumer(Map<String, Object> kafka, String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
    }

    private static Map<String, Intake> intakes(TopicsConfig topics) {
        Map<String, Intake> intakes = new HashMap<>();
        schemas(topics).forEach((topic, schema) -> {
            if (topic.equals(ObjectKeys.DEAD_LETTERS)) {
                throw new IllegalArgumentException("topic must not be named like the dead letters but was " + topic);
            }
            RecordSchema columns = schema("schemas/" + schema + ".schema.json");
            Row row = new Row();
            intakes.put(topic, new Intake(columns, new JsonRows(columns, row), row));
        });
        return intakes;
    }

    private static Map<String, String> schemas(TopicsConfig topics) {
        return Map.of(
                topics.vehicle(), "vehicle_data",
                topics.gps(), "gps_data",
                topics.traffic(), "traffic_data",
                topics.weather(), "weather_data",
                topics.emergency(), "emergency_data");
    }

    private static RecordSchema schema(String file) {
        try (InputStream json = RecordSchema.class.getClassLoader().getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalStateException("Failed to find schema " + file);
            }
            return JsonSchemaReader.read(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }
}
