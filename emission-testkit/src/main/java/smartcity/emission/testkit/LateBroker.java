package smartcity.emission.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.KafkaCompanion;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import smartcity.event.CityTopic;
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

/// A Kafka broker that is not running yet when the simulator starts: the test starts it. See [SimulatorTest].
// Over 200 lines: what a test may do with its broker is in one place.
public class LateBroker implements QuarkusTestResourceConfigurableLifecycleManager<SimulatorTest> {
    private static final Logger LOG = Logger.getLogger(LateBroker.class);

    /// Longest wait for the simulator or the broker; chosen: far above what a loaded machine takes.
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final int port = freePort();
    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
            .withNodeId(0)
            .withKafkaHost("localhost")
            .withKafkaPort(port)
            .withControllerPort(freePort())
            .withDeleteLogDirsOnClose(true);
    private Map<String, String> settings = Map.of();
    private boolean launched;

    @Override
    public void init(SimulatorTest test) {
        settings = Arrays.stream(test.value())
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    @Override
    public Map<String, String> start() {
        // The meters of the application before, in the same JVM, would stand in the way of this one's.
        Metrics.globalRegistry.clear();
        Map<String, String> all = new HashMap<>(settings);
        all.put("kafka.bootstrap.servers", "localhost:" + port);
        all.put("quarkus.http.test-port", "0");
        if (!settings.containsKey("simulation.until")) { // a backfill has no epoch
            all.put("simulation.epoch", Instant.now().toString());
        }
        return all;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == LateBroker.class);
        // Quarkus has the address of the application that it has started in this property.
        URI address = ConfigProvider.getConfig().getValue("test.url", URI.class);
        injector.injectIntoFields(new RunningSimulator(address), field -> field.getType() == RunningSimulator.class);
    }

    @Override
    public void stop() {
        broker.close();
    }

    /// Starts the broker; to be called once.
    public void launch() {
        broker.start();
        launched = true;
    }

    /// Starts the broker unless it is running: for a class of several tests.
    public void launchOnce() {
        if (!launched) {
            launch();
        }
    }

    /// Waits until a topic contains a number of committed records; a service is ready a little before it has created
    /// its topics.
    public void awaitRecords(CityTopic topic, int atLeast) {
        reading(topic, consumer -> {
            AtomicInteger read = new AtomicInteger();
            await().atMost(TIMEOUT).untilAsserted(() -> {
                read.addAndGet(consumer.poll(Duration.ofMillis(200)).count());
                assertThat(read.get()).as("records of %s", topic.defaultName()).isGreaterThanOrEqualTo(atLeast);
            });
            return atLeast;
        });
    }

    /// Creates a topic and produces records to it; returns when all are acknowledged.
    ///
    /// @param records of the topic
    /// @throws IllegalStateException with Kafka's reason if a record was refused
    public void produce(CityTopic topic, int partitions, List<ProducerRecord<String, byte[]>> records) {
        try (KafkaCompanion companion = companion()) {
            create(companion, topic.defaultName(), partitions);
        }
        Map<String, Object> options = Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "delivery.timeout.ms",
                (int) TIMEOUT.toMillis(),
                // Two requests can overtake each other on a new partition, and one is then refused (KAFKA-15591).
                "max.in.flight.requests.per.connection",
                1);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(options, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed to produce to " + topic.defaultName(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while producing to " + topic.defaultName(), e);
        }
    }

    /// Commits that a service has emitted everything before an instant, as the service does it itself.
    public void commitProgress(String service, SimulationIdentity simulation, Instant emittedUntil) {
        String topic = ShardProgress.topicOf(service);
        OffsetAndMetadata progress = new OffsetAndMetadata(0, new ShardProgress(simulation, emittedUntil).text());
        try (KafkaCompanion companion = companion()) {
            if (!companion.topics().list().contains(topic)) {
                create(companion, topic, 1);
            }
            companion.consumerGroups().alterOffsets(service, Map.of(new TopicPartition(topic, 0), progress));
        }
    }

    /// A broker that has just started may ask its controller twice, and be refused what the first request has created.
    private static void create(KafkaCompanion companion, String topic, int partitions) {
        try {
            companion.topics().createAndWait(topic, partitions);
        } catch (TopicExistsException e) {
            LOG.infof("Created %s by the first of several requests", topic);
        }
    }

    private KafkaCompanion companion() {
        return new KafkaCompanion("localhost:" + port, TIMEOUT);
    }

    /// All committed records that a topic contains now; those of a key in their order.
    public List<ConsumerRecord<String, String>> records(CityTopic topic) {
        return reading(topic, consumer -> {
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            await().atMost(TIMEOUT).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                assertThat(ends)
                        .allSatisfy((partition, end) ->
                                assertThat(consumer.position(partition)).isGreaterThanOrEqualTo(end));
            });
            return records;
        });
    }

    private <T> T reading(CityTopic topic, Function<KafkaConsumer<String, String>, T> reader) {
        Map<String, Object> options = Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "allow.auto.create.topics",
                "false",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(options, new StringDeserializer(), new StringDeserializer())) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(consumer.partitionsFor(topic.defaultName()))
                            .as("partitions of %s", topic.defaultName())
                            .isNotEmpty());
            List<TopicPartition> partitions = consumer.partitionsFor(topic.defaultName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return reader.apply(consumer);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to find a free port", e);
        }
    }
}
