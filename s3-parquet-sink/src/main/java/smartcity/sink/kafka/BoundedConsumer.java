package smartcity.sink.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/// A consumer whose polls return a bounded number of bytes. Kafka's own limits count records, or bytes as they are
/// compressed: of records that compress well, one poll could return more than the heap holds.
///
/// A deserializer that fails is the client's only way to end a poll early: it returns the records before, and the next
/// poll tries the same record again. The client logs each as an error; application.properties switches that off.
public final class BoundedConsumer extends KafkaConsumer<ByteBuffer, ByteBuffer> {
    private final Size size;
    private final Consumer<ConsumerRecords<?, ?>> each;

    /// @param maxBytes of keys and values together, after which a poll returns no further record; at least one is
    ///     returned, however large it is
    /// @param each receives the records of each poll
    public BoundedConsumer(Map<String, Object> settings, long maxBytes, Consumer<ConsumerRecords<?, ?>> each) {
        this(settings, new Size(maxBytes), each);
    }

    private BoundedConsumer(Map<String, Object> settings, Size size, Consumer<ConsumerRecords<?, ?>> each) {
        super(settings, size.keys(), size.values());
        this.size = size;
        this.each = each;
    }

    @Override
    public ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration timeout) {
        size.restart();
        ConsumerRecords<ByteBuffer, ByteBuffer> records = super.poll(timeout);
        each.accept(records);
        return records;
    }

    /// What a poll has returned so far. For the thread that polls.
    private static final class Size {
        private final long maxBytes;
        private long bytes;
        private int keyBytes;

        Size(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        void restart() {
            bytes = 0;
        }

        /// A key counts with the value behind it, so that a large one does not refuse its own value.
        ByteBufferDeserializer keys() {
            return new ByteBufferDeserializer() {
                @Override
                public ByteBuffer deserialize(String topic, Headers headers, ByteBuffer key) {
                    keyBytes = key.remaining();
                    return key;
                }
            };
        }

        ByteBufferDeserializer values() {
            return new ByteBufferDeserializer() {
                @Override
                public ByteBuffer deserialize(String topic, Headers headers, ByteBuffer value) {
                    if (bytes >= maxBytes) {
                        throw new SerializationException("a poll returns no more than " + maxBytes + " bytes");
                    }
                    bytes += keyBytes + value.remaining();
                    keyBytes = 0;
                    return value;
                }
            };
        }
    }
}
