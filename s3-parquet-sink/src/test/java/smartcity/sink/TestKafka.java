package smartcity.sink;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A broker in this JVM that removes a silent member from its group within seconds, and a producer.
final class TestKafka implements AutoCloseable {
    /// How long a member may be silent, in either protocol [ms].
    static final int SESSION_TIMEOUT_MILLIS = 6000;

    private final EmbeddedKafkaBroker broker;
    private final Producer<String, String> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    TestKafka() {
        broker = new EmbeddedKafkaBroker()
                .withAdditionalProperties(properties -> properties.putAll(Map.of(
                        "group.consumer.min.session.timeout.ms", "1000",
                        "group.consumer.session.timeout.ms", Integer.toString(SESSION_TIMEOUT_MILLIS),
                        "group.consumer.min.heartbeat.interval.ms", "500",
                        "group.consumer.heartbeat.interval.ms", "500")))
                .start();
        // One request at a time: two can overtake each other on a new partition, and one is then refused (KAFKA-15591).
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(), "linger.ms", 5, "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new StringSerializer());
    }

    String servers() {
        return broker.getAdvertisedListeners().replaceFirst(".*://", "");
    }

    void create(List<String> topics) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    void send(String topic, int number, String value) {
        sent.add(producer.send(new ProducerRecord<>(topic, "device-" + number % 50, value)));
    }

    /// Waits until Kafka has acknowledged everything that was sent.
    void flush() throws ExecutionException, InterruptedException {
        for (Future<?> one : sent) {
            one.get();
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
