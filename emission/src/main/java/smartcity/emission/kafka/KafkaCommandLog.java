package smartcity.emission.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CommandLog;
import smartcity.emission.control.CommandTimeoutException;

/// A topic of one partition that each process reads from its beginning, without a group: no process has to wait for
/// others to join, and each receives all of it.
public final class KafkaCommandLog implements CommandLog {
    private static final Logger LOG = Logger.getLogger(KafkaCommandLog.class);

    /// For Kafka to acknowledge and to return what is written; chosen: an HTTP request waits no longer.
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Map<String, Object> CONSUMER_SETTINGS = Map.of(
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);

    private static final Map<String, Object> PRODUCER_SETTINGS = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) TIMEOUT.toMillis() / 2,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) TIMEOUT.toMillis(),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            TIMEOUT.toMillis());

    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final BrokerSettings broker;
    private final CommandTopic topic;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Producer<byte[], byte[]> producer;
    private long position;

    public KafkaCommandLog(String topic, BrokerSettings broker, Admin admin) {
        this.partition = new TopicPartition(topic, 0);
        this.broker = broker;
        this.topic = new CommandTopic(topic, admin);
    }

    @Override
    public void follow(Consumer<byte[]> reader) {
        if (!topic.awaitCreated(closed)) {
            return;
        }
        while (closed.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    broker.forConsumer(CONSUMER_SETTINGS), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, position());
                follow(consumer, reader);
            } catch (KafkaException e) {
                LOG.warnf("Failed to read commands, trying again topic=%s reason=%s", partition.topic(), e.toString());
            }
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer, Consumer<byte[]> reader) {
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (closed.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.value() != null) {
                    reader.accept(record.value());
                }
            }
            advanceTo(consumer.position(partition));
            if (position() >= end) {
                read.countDown();
            }
        }
    }

    private synchronized void advanceTo(long offset) {
        position = offset;
        notifyAll();
    }

    private synchronized long position() {
        return position;
    }

    @Override
    public boolean isRead() {
        return read.getCount() == 0;
    }

    @Override
    public boolean awaitRead(Duration timeout) throws InterruptedException {
        return read.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(byte[] value) throws InterruptedException {
        try {
            awaitPosition(producer()
                    .send(new ProducerRecord<>(partition.topic(), 0, null, value))
                    .get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .offset());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new CommandTimeoutException(
                    "Failed to write the command to " + partition.topic() + ", it may still take effect", e);
        }
    }

    private synchronized void awaitPosition(long offset) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (position <= offset) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("not read back within " + TIMEOUT);
            }
            wait(left);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    broker.forProducer(PRODUCER_SETTINGS), new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
