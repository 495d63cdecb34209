package smartcity.emission.control;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.CityTopicsConfig;

/// A topic of one partition that each process reads from its beginning, without a group: no process has to wait for
/// others to join, and each has all of it.
@ApplicationScoped
class CommandLog {
    private static final Logger LOG = Logger.getLogger(CommandLog.class);

    /// For Kafka to acknowledge and to hand back what is written; chosen: who asks by HTTP waits no longer.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Map<String, Object> READING = Map.of(
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);

    private static final Duration POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final Map<String, Object> broker;
    private final Admin admin;
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Producer<byte[], byte[]> producer;
    private long position;

    CommandLog(CityTopicsConfig topics, @Identifier("default-kafka-broker") Map<String, Object> broker, Admin admin) {
        this.partition = new TopicPartition(topics.orders(), 0);
        this.broker = Map.copyOf(broker);
        this.admin = admin;
    }

    /// Reads until closed, however often Kafka goes away.
    ///
    /// @param reader takes the values one after the other
    void follow(Consumer<byte[]> reader) {
        while (closed.getCount() > 0 && !exists()) {
            LOG.debugf("Waiting for Kafka topic=%s", partition.topic());
        }
        while (closed.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    settings(ConsumerConfig.configNames(), READING),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, position());
                follow(consumer, reader);
            } catch (KafkaException e) {
                LOG.warnf("Failed to read orders, trying again topic=%s reason=%s", partition.topic(), e.toString());
            }
        }
    }

    /// Whether there is the topic, which is made if it is missing and kept for ever.
    private boolean exists() {
        try {
            admin.createTopics(List.of(new NewTopic(partition.topic(), Optional.of(1), Optional.empty())
                            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"))))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            LOG.debugf("Failed to create topic=%s reason=%s", partition.topic(), e.getCause());
            return pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
            return false;
        }
    }

    /// Before the next attempt; always false.
    private boolean pause() {
        try {
            boolean _ = closed.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
        return false;
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer, Consumer<byte[]> reader) {
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (closed.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.value() != null) {
                    reader.accept(record.value());
                }
            }
            reached(consumer.position(partition));
            if (position() >= end) {
                read.countDown();
            }
        }
    }

    private synchronized void reached(long offset) {
        position = offset;
        notifyAll();
    }

    private synchronized long position() {
        return position;
    }

    /// Whether all has been read that was there at the start.
    boolean isRead() {
        return read.getCount() == 0;
    }

    /// Waits for that a while; whether it is so.
    boolean awaitRead(Duration patience) throws InterruptedException {
        return read.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Writes a value and returns when the reader has taken it.
    ///
    /// @throws UnansweredException when that takes too long
    void write(byte[] value) throws InterruptedException {
        try {
            awaitPosition(producer()
                    .send(new ProducerRecord<>(partition.topic(), 0, null, value))
                    .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new CommandTimeoutException(
                    "Failed to write the order to " + partition.topic() + ", it may still hold", e);
        }
    }

    private synchronized void awaitPosition(long offset) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (position <= offset) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("not read back within " + PATIENCE);
            }
            wait(left);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            Map<String, Object> own = Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.LINGER_MS_CONFIG,
                    0,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis() / 2,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    (int) PATIENCE.toMillis(),
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    PATIENCE.toMillis());
            known = new KafkaProducer<>(
                    settings(ProducerConfig.configNames(), own), new ByteArraySerializer(), new ByteArraySerializer());
            producer = known;
        }
        return known;
    }

    private Map<String, Object> settings(Set<String> names, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(names);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG); // Quarkus names one after the application
        settings.putAll(own);
        settings.putIfAbsent("bootstrap.servers", "localhost:9092");
        return settings;
    }

    /// Ends reading soon, and writing at once.
    synchronized void close() {
        closed.countDown();
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
