package smartcity.deployment.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.ProjectVersion;
import smartcity.deployment.Tool;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.KafkaTopics;
import smartcity.local.infra.LocalInfra;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.lake.LakeDatabase;

/// The images run in an engine, with Kafka and S3 as processes of this machine.
@Tag("long")
class RunningImageIT {
    private static final List<String> TOPICS =
            List.of("vehicle_data", "gps_data", "traffic_data", "weather_data", "emergency_data");
    private static final int PARTITIONS = 2;

    @TempDir
    private Path folder;

    private InfraSettings settings;

    @BeforeEach
    void requireAnEngine() throws Exception {
        EngineContainer.requireEngine();
        settings = InfraSettings.of(folder.resolve("data"), LoopbackPort.anyFree(), LoopbackPort.anyFree());
    }

    @Test
    void landsWhatItHoldsWhenItIsStopped() throws Exception {
        LocalInfra infra = new LocalInfra(new BuiltProject(Tool.REPOSITORY), settings);
        ChildProcess kafka = infra.startKafka();
        ChildProcess s3 = infra.startS3();
        try (LocalRegistry registry = LocalRegistry.start(folder);
                KafkaTopics topics = new KafkaTopics(settings.bootstrapServers(), TOPICS, "s3-parquet-sink")) {
            infra.awaitKafka(kafka, topics, new StopRequest());
            infra.awaitS3(s3, new StopRequest());
            topics.createMissing(PARTITIONS);
            String base = BaseImage.push(new RegistryClient(registry.host()), JavaLayer.archive(folder));
            ImageBuild build = ImageBuild.inCopy(folder.resolve("tree"));
            build.push(
                    List.of("weather-simulator", "s3-parquet-sink"), registry, "-Dquarkus.jib.base-jvm-image=" + base);

            emitAndLand(registry, topics);
        } finally {
            s3.stop(Duration.ofSeconds(10));
            kafka.stop(Duration.ofSeconds(10));
        }
    }

    private void emitAndLand(LocalRegistry registry, KafkaTopics topics) throws Exception {
        Map<String, String> simulation = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                settings.bootstrapServers(),
                "WEATHER_INTERVAL",
                "PT1S",
                "SHARDS_COUNT",
                "4");
        Map<String, String> landing = new TreeMap<>(settings.s3Environment());
        landing.put("KAFKA_BOOTSTRAP_SERVERS", settings.bootstrapServers());
        landing.put("SINK_BUCKET", InfraSettings.BUCKET);
        try (EngineContainer sink = EngineContainer.start(
                        image(registry, "s3-parquet-sink"), "512m", LoopbackPort.anyFree(), landing);
                EngineContainer simulator = EngineContainer.start(
                        image(registry, "weather-simulator"), "320m", LoopbackPort.anyFree(), simulation)) {
            sink.awaitReady();
            simulator.awaitReady();
            await().atMost(Duration.ofMinutes(1)).until(() -> weatherRecords() > 20);
            assertThat(simulator.stop()).as(simulator::log).isIn(0, 143);
            long emitted = weatherRecords();
            await().atMost(Duration.ofMinutes(1)).until(() -> holds(sink, emitted));
            assertThat(settings.lake().resolve("weather_data")).doesNotExist();

            assertThat(sink.stop()).as(sink::log).isIn(0, 143);

            try (LakeDatabase lake = LakeDatabase.open(settings.lake())) {
                assertThat(lake.landed("weather_data").rows()).isEqualTo(emitted);
                assertThat(lake.landed("weather_data").duplicates()).isZero();
            }
            assertThat(topics.committed()).isNotEmpty();
        }
    }

    /// Whether the sink has read everything, by its own metric.
    private static boolean holds(EngineContainer sink, long records) throws Exception {
        return sink.get("/q/metrics")
                        .lines()
                        .filter(line -> line.startsWith("sink_held_records{") && line.contains("weather_data"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                == records;
    }

    /// Records of the topic that a reader of committed ones sees.
    private long weatherRecords() {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", settings.bootstrapServers());
        properties.setProperty("isolation.level", "read_committed");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition("weather_data", 0), new TopicPartition("weather_data", PARTITIONS - 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(offset -> offset)
                    .sum();
            long records = 0;
            while (partitions.stream().mapToLong(consumer::position).sum() < end) {
                records += consumer.poll(Duration.ofMillis(200)).count();
            }
            return records;
        }
    }

    private static String image(LocalRegistry registry, String service) {
        return registry.host() + "/smartcity/" + service + ":" + ProjectVersion.read();
    }
}
