package smartcity.bench.peer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/// Reads the topic to its end and counts: nothing that consumes Kafka is faster.
final class PollOnlyLoop {
    private static final Duration POLL = Duration.ofMillis(100);

    private PollOnlyLoop() {}

    static void main(String[] args) {
        String topic = args[1];
        try (KafkaConsumer<ByteBuffer, ByteBuffer> consumer = consumer(args[0])) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(PollOnlyLoop::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long records = 0;
            while (records < left) {
                int polled = consumer.poll(POLL).count();
                if (records == 0 && polled > 0) {
                    say("first", System.currentTimeMillis());
                }
                records += polled;
            }
            say("done", System.currentTimeMillis());
            say("records", records);
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static KafkaConsumer<ByteBuffer, ByteBuffer> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                4 * 1024 * 1024);
        return new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
    }

    private static void say(String what, long value) {
        System.out.println(DrainLogLines.MARK + " " + what + " " + value);
    }
}
