package smartcity.sink;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The one broker of this JVM, and a producer; for any thread. It notices within seconds that a member of a group is
/// gone. All test classes share it, so each test has topics and groups of its own.
final class TestKafka {
    /// How long a member may be silent, in either protocol [ms].
    static final int SESSION_TIMEOUT_MILLIS = 6000;

    private static final TestKafka SHARED = new TestKafka();

    private final EmbeddedKafkaBroker broker;
    private final Producer<String, String> producer;
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    private TestKafka() {
        broker = new EmbeddedKafkaBroker()
                .withAdditionalProperties(properties -> properties.putAll(Map.of(
                        "group.consumer.min.session.timeout.ms", "1000",
                        "group.consumer.session.timeout.ms", Integer.toString(SESSION_TIMEOUT_MILLIS),
                        "group.consumer.min.heartbeat.interval.ms", "500",
                        "group.consumer.heartbeat.interval.ms", "500",
                        "group.initial.rebalance.delay.ms", "0")))
                .start();
        // One request at a time: two can overtake each other on a new partition, and one is then refused (KAFKA-15591).
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(), "linger.ms", 5, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /// Starts at its first use and stops with the JVM.
    static TestKafka shared() {
        return SHARED;
    }

    private void stop() {
        producer.close();
        broker.close();
    }

    String servers() {
        return broker.getAdvertisedListeners().replaceFirst(".*://", "");
    }

    /// Creates the topics, with three partitions each.
    void create(List<String> topics) throws ExecutionException, InterruptedException {
        create(topics, Map.of());
    }

    /// The same with settings of Kafka for these topics.
    void create(List<String> topics, Map<String, String> settings) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            CreatedTopics.await(admin.createTopics(topics.stream()
                    .map(topic -> new NewTopic(topic, 3, (short) 1).configs(settings))
                    .toList()));
        }
    }

    void send(String topic, int number, String value) {
        send(topic, number, value, Map.of());
    }

    void send(String topic, int number, String value, Map<String, String> headers) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, "device-" + number % 50, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    /// Sends a record with a timestamp of its producer [ms, or what the producer takes for it].
    void sendAt(long timestamp, String topic, int number, String value) {
        send(new ProducerRecord<>(topic, null, timestamp, "device-" + number % 50, value));
    }

    private void send(ProducerRecord<String, String> record) {
        var _ = producer.send(record, (_, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }

    /// Waits until Kafka has acknowledged everything that was sent.
    void flush() {
        producer.flush();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("Failed to send all records", failures.peek());
        }
    }
}
