package smartcity.emission.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends records to Kafka in transactions, each with the events of all topics and the progress that they make.
///
/// For one thread, except for the counts. A call may block while Kafka is unreachable or slow; interrupting it ends
/// that.
public final class TransactionalSender implements AutoCloseable {
    /// How long to wait on close for requests under way; chosen.
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(TransactionalSender.class);

    /// Failures that a retry does not change: refusals by Kafka, and an [Error] of this process, such as a missing
    /// class.
    private static final Set<Class<? extends Throwable>> FINAL = Set.of(
            Error.class,
            AuthenticationException.class,
            AuthorizationException.class,
            InvalidTopicException.class,
            ProducerFencedException.class,
            RecordTooLargeException.class,
            UnsupportedVersionException.class);

    private final Producer<String, byte[]> producer;
    private final SentCounts counts;
    private final TransactionSpans spans;
    private boolean open;
    private @Nullable KafkaException refused;
    private volatile @Nullable Exception lost;

    /// @param producer with a transactional id; closed with this
    /// @param topics names of all topics that may be sent to
    /// @param spans of its transactions
    public TransactionalSender(Producer<String, byte[]> producer, Set<String> topics, TransactionSpans spans) {
        this.producer = producer;
        this.counts = new SentCounts(topics);
        this.spans = spans;
    }

    /// What has been committed; may be called from any thread.
    public SentCounts counts() {
        return counts;
    }

    /// Ends the transaction that an earlier process with the same transactional id left open; to be called once, first.
    public void begin() throws InterruptedException {
        try {
            producer.initTransactions();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
    }

    /// Sends a record in the open transaction, or in a new one.
    void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        counts.requireTopicOf(record);
        if (refused != null) {
            return; // the commit will fail, and its events are emitted again
        }
        try {
            open();
            spans.mark(record);
            var _ = producer.send(record, (_, failure) -> {
                if (failure != null) {
                    lost = failure;
                }
            });
            counts.sent(record);
        } catch (InterruptException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            refused = e;
        }
    }

    /// Commits the records sent together with the progress that they make.
    ///
    /// @return false when Kafka refused, then no reader of committed records gets any of them
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
        counts.committed();
        spans.committed();
        reset();
        return true;
    }

    /// Discards what is not committed.
    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void open() {
        if (!open) {
            producer.beginTransaction();
            spans.begun();
            open = true;
        }
    }

    private void abort(KafkaException failure) throws InterruptedException {
        Exception reason = lost == null ? failure : lost;
        spans.refused(reason);
        if (isFinal(failure) || isFinal(reason)) {
            throw new IllegalStateException("Kafka refused events permanently: " + reason.getMessage(), reason);
        }
        LOG.warnf("Kafka refused a transaction, its events are emitted again reason=%s", reason.toString());
        try {
            producer.abortTransaction();
        } catch (InterruptException e) {
            throw interrupted(e);
        }
        counts.refused();
        reset();
    }

    private void reset() {
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
