package smartcity.audit.kafka;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.jspecify.annotations.Nullable;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.AuditFailedException;

/// Reads a partition's records once, in order, without those of aborted transactions: their offsets, and checksums of
/// what they have. For one thread.
public final class RecordOffsets implements AutoCloseable {
    /// Time limit without progress although records remain [chosen, not measured].
    private static final Duration PROGRESS_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int FETCH_BYTES = 16 * 1024 * 1024;
    private static final int POLL_RECORDS = 20_000;

    private final String servers;
    private final TopicPartition partition;
    private final KafkaConsumer<byte[], ByteBuffer> consumer;
    private Iterator<ConsumerRecord<byte[], ByteBuffer>> batch =
            List.<ConsumerRecord<byte[], ByteBuffer>>of().iterator();
    private @Nullable ConsumerRecord<byte[], ByteBuffer> next;
    private final long end;
    private long first;

    private RecordOffsets(
            KafkaConsumer<byte[], ByteBuffer> consumer, String servers, TopicPartition partition, long from) {
        this.consumer = consumer;
        this.servers = servers;
        this.partition = partition;
        this.first = from;
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        this.end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, from);
    }

    /// Begins to read a partition at an offset.
    ///
    /// @throws AuditFailedException when Kafka does not say where the partition ends
    static RecordOffsets open(Map<String, Object> settings, TopicPartition partition, long from) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        String servers = String.valueOf(settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        KafkaConsumer<byte[], ByteBuffer> consumer =
                new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteBufferDeserializer());
        try {
            return new RecordOffsets(consumer, servers, partition, from);
        } catch (KafkaException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw failed(partition, from, servers, e);
        }
    }

    private static AuditFailedException failed(TopicPartition partition, long from, String servers, KafkaException e) {
        return new AuditFailedException(
                "Failed to read " + partition + " from offset " + from + ": " + KafkaFailureReason.text(e, servers), e);
    }

    /// The first offset that can be read: higher than requested when Kafka has deleted records since.
    public long first() {
        return first;
    }

    /// The offsets of the records from the end of the last call up to, not including, `limit`, but at most up to the
    /// end that the partition had when this was created.
    ///
    /// @param each receives each of these records
    public OffsetSet upTo(long limit, RecordVisitor each) {
        long until = Math.min(limit, end);
        OffsetSet offsets = new OffsetSet();
        long deadline = System.nanoTime() + PROGRESS_TIMEOUT.toNanos();
        while (true) {
            ConsumerRecord<byte[], ByteBuffer> record = next == null && batch.hasNext() ? batch.next() : next;
            next = record;
            if (record != null && record.offset() < until) {
                offsets.add(record.offset());
                each.record(record.offset(), RecordDigest.of(record));
                next = null;
            } else if (record != null || position() >= until) {
                return offsets;
            } else if (poll()) {
                deadline = System.nanoTime() + PROGRESS_TIMEOUT.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new AuditFailedException("Failed to read " + partition + " from offset " + position() + " to "
                        + until + ": Kafka returned nothing for " + PROGRESS_TIMEOUT.toSeconds() + " s");
            }
        }
    }

    /// Fetches more; returns whether the position has advanced.
    private boolean poll() {
        long before = position();
        try {
            pollOrSkipDeleted(before);
        } catch (KafkaException e) {
            throw failed(partition, before, servers, e);
        }
        return position() > before;
    }

    private void pollOrSkipDeleted(long before) {
        try {
            batch = consumer.poll(POLL).records(partition).iterator();
        } catch (OffsetOutOfRangeException e) {
            first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, before);
            consumer.seek(partition, first);
        }
    }

    private long position() {
        return consumer.position(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
