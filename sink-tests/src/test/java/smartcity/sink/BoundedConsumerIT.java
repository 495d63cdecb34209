package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.kafka.BoundedConsumer;

/// Records that compress a thousandfold, so that one fetch has all of them.
class BoundedConsumerIT {
    private static final int RECORDS = 40;
    private static final int VALUE_BYTES = 100_000;
    private static final long MOST_BYTES = 350_000;

    /// The one that passes the limit is returned, too.
    private static final int MOST_RECORDS = 4;

    private final TestKafka kafka = TestKafka.shared();

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "classic"})
    void returnsNoMoreBytesByAPollThanItMayAndEachRecordOnce(String protocol) throws Exception {
        TopicPartition partition = new TopicPartition("compressed_" + protocol, 0);
        send(partition);
        List<Long> offsets = new ArrayList<>();
        List<Integer> polls = new ArrayList<>();

        try (Consumer<ByteBuffer, ByteBuffer> consumer = consumer(protocol, polls)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (offsets.size() < RECORDS) {
                consumer.poll(Duration.ofSeconds(10)).forEach(record -> offsets.add(record.offset()));
            }
        }

        assertThat(offsets).isEqualTo(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(polls).allMatch(records -> records <= MOST_RECORDS);
    }

    private void send(TopicPartition partition) throws Exception {
        kafka.create(List.of(partition.topic()));
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.servers(), "compression.type", "gzip");
        try (Producer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                var _ = producer.send(new ProducerRecord<>(partition.topic(), 0, "key", "x".repeat(VALUE_BYTES)));
            }
        }
    }

    private Consumer<ByteBuffer, ByteBuffer> consumer(String protocol, List<Integer> polls) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.servers(), "group.id", "bounded-" + protocol, "group.protocol", protocol);
        return new BoundedConsumer(settings, MOST_BYTES, records -> polls.add(records.count()));
    }
}
