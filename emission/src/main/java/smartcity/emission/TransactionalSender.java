package smartcity.emission;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.event.CityTopic;

/// Records on their way to Kafka, in transactions that hold the events of all topics and how far they go.
///
/// For one thread, but for the counts. A call may block while Kafka is away or slow; interrupting it ends that.
final class TransactionalSender implements AutoCloseable {
    /// How long to wait for what the network still does, on close; chosen.
    private static final Duration LEAVE = Duration.ofSeconds(1);

    /// Events of one topic.
    private static final class Count {
        private long sent;
        private final LongAdder committed = new LongAdder();
    }

    private static final Logger LOG = Logger.getLogger(TransactionalSender.class);

    /// By these, Kafka refuses for good.
    private static final Set<Class<? extends ApiException>> FINAL = Set.of(
            AuthenticationException.class,
            AuthorizationException.class,
            InvalidTopicException.class,
            ProducerFencedException.class,
            RecordTooLargeException.class,
            UnsupportedVersionException.class);

    private final Producer<String, byte[]> producer;
    private final Function<CityTopic, String> names;
    private final Function<OutgoingRecord, Headers> heading;
    private final Map<CityTopic, Count> counts = new EnumMap<>(CityTopic.class);
    private boolean open;
    private @Nullable KafkaException refused;
    private volatile @Nullable Exception lost;

    /// @param producer with a transactional id; closed with this
    /// @param topics all that may be sent to
    /// @param names of the topics in Kafka
    /// @param heading makes the headers of a record
    TransactionalSender(
            Producer<String, byte[]> producer,
            Set<CityTopic> topics,
            Function<CityTopic, String> names,
            Function<OutgoingRecord, Headers> heading) {
        this.producer = producer;
        this.names = names;
        this.heading = heading;
        topics.forEach(topic -> counts.put(topic, new Count()));
    }

    /// Events of a topic that have been committed; may be called from any thread.
    long acknowledged(CityTopic topic) {
        Count count = counts.get(topic);
        return count == null ? 0 : count.committed.sum();
    }

    /// Ends what an earlier process of the same transactional id left open; to be called once, first.
    void begin() throws InterruptedException {
        try {
            producer.initTransactions();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
    }

    /// Sends a record in the open transaction, or in a new one.
    void send(OutgoingRecord delivery) throws InterruptedException {
        CityTopic topic = delivery.event().topic();
        Count count = counts.get(topic);
        if (count == null) {
            throw new IllegalArgumentException("topic must be one of %s but was %s".formatted(counts.keySet(), topic));
        }
        if (refused != null) {
            return; // what is sent in vain is told again after the commit that fails
        }
        try {
            open();
            var _ = producer.send(record(delivery), (_, failure) -> {
                if (failure != null) {
                    lost = failure;
                }
            });
            count.sent++;
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            refused = e;
        }
    }

    private ProducerRecord<String, byte[]> record(OutgoingRecord delivery) {
        return new ProducerRecord<>(
                names.apply(delivery.event().topic()),
                null,
                delivery.event().timestamp().toEpochMilli(),
                delivery.event().deviceId(),
                delivery.value(),
                heading.apply(delivery));
    }

    /// Commits what has been sent together with the progress it makes.
    ///
    /// @return false when Kafka refused, then nothing of it is ever seen
    /// @throws IllegalStateException when Kafka would refuse it again
    boolean commit(Map<TopicPartition, OffsetAndMetadata> progress, ConsumerGroupMetadata member)
            throws InterruptedException {
        try {
            if (refused != null) {
                throw refused;
            }
            open();
            producer.sendOffsetsToTransaction(progress, member);
            producer.commitTransaction();
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            abort(e);
            return false;
        }
        counts.values().forEach(count -> count.committed.add(count.sent));
        reset();
        return true;
    }

    /// Gives up what is not committed.
    @Override
    public void close() {
        producer.close(LEAVE);
    }

    private void open() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
    }

    private void abort(KafkaException failure) throws InterruptedException {
        Exception reason = lost == null ? failure : lost;
        if (isFinal(failure) || isFinal(reason)) {
            throw new IllegalStateException("Kafka refused events for good: " + reason.getMessage(), reason);
        }
        LOG.warnf("Kafka refused a transaction, its events are told again reason=%s", reason.toString());
        try {
            producer.abortTransaction();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
        reset();
    }

    private void reset() {
        counts.values().forEach(count -> count.sent = 0);
        open = false;
        refused = null;
        lost = null;
    }

    private static boolean isFinal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> FINAL.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    private static InterruptedException interrupted(InterruptException cause) {
        InterruptedException interrupted = new InterruptedException("while Kafka was awaited");
        interrupted.initCause(cause);
        return interrupted;
    }
}
