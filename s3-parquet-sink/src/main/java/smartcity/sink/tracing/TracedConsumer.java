package smartcity.sink.tracing;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/// A consumer whose records are looked through for the transactions that they are of.
final class TracedConsumer extends KafkaConsumer<ByteBuffer, ByteBuffer> {
    private final CutTracing tracing;

    TracedConsumer(Map<String, Object> settings, CutTracing tracing) {
        super(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
        this.tracing = tracing;
    }

    @Override
    public ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
        ConsumerRecords<ByteBuffer, ByteBuffer> records = super.poll(timeout);
        tracing.read(records);
        return records;
    }
}
