package smartcity.emission.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// Hands records and commits to a sender, in order, on a thread of its own: so the next events are made while the last
/// ones are compressed, sent and committed, which is about as much work.
///
/// After a commit that Kafka refused, nothing more is sent until [#awaitCommitted()] has reported it. For one thread.
public final class AsyncSender implements AutoCloseable {
    /// Records handed over together, and how many such batches may wait; chosen: handing over costs nothing compared
    /// with a batch, and what waits is about as much as the producer sends at once.
    private static final int BATCH_SIZE = 500;

    private static final int WAITING_BATCHES = 8;

    private final TransactionalSender sender;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sender").factory());
    private final Semaphore room = new Semaphore(WAITING_BATCHES);
    private List<ProducerRecord<String, byte[]>> batch = new ArrayList<>(BATCH_SIZE);

    /// Whether everything until now succeeded; each step continues the one before.
    private CompletableFuture<Boolean> succeeded = CompletableFuture.completedFuture(true);

    /// Whether everything until the last commit did.
    private CompletableFuture<Boolean> committed = succeeded;

    private boolean open;

    /// @param sender closed with this
    public AsyncSender(TransactionalSender sender) {
        this.sender = sender;
    }

    /// Sends a record, at the latest with the next commit; may block until there is room.
    public void send(ProducerRecord<String, byte[]> record) throws InterruptedException {
        open = true;
        batch.add(record);
        if (batch.size() == BATCH_SIZE) {
            dispatch();
        }
    }

    /// Whether a record has been sent since the last commit was requested.
    public boolean isOpen() {
        return open;
    }

    /// Requests a commit, see [TransactionalSender#commit].
    public void commit(Map<TopicPartition, OffsetAndMetadata> progress, ConsumerGroupMetadata member)
            throws InterruptedException {
        dispatch();
        open = false;
        then(() -> sender.commit(progress, member));
        committed = succeeded;
    }

    /// Waits for the commits that were requested.
    ///
    /// @return false when Kafka refused one; then no reader gets the records since the one before it, and what is
    ///     sent from now on is sent again
    /// @throws IllegalStateException when Kafka would refuse it again
    public boolean awaitCommitted() throws InterruptedException {
        try {
            boolean all = committed.get();
            if (!all) {
                batch.clear();
                open = false;
                succeeded = CompletableFuture.completedFuture(true);
                committed = succeeded;
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed to emit: " + e.getMessage(), e);
        }
    }

    /// Discards what is not committed.
    @Override
    public void close() {
        thread.shutdownNow();
        sender.close();
    }

    private void dispatch() throws InterruptedException {
        List<ProducerRecord<String, byte[]>> sending = batch;
        batch = new ArrayList<>(BATCH_SIZE);
        room.acquire();
        then(() -> {
            for (ProducerRecord<String, byte[]> record : sending) {
                sender.send(record);
            }
            return true;
        });
        succeeded = succeeded.whenComplete((_, _) -> room.release());
    }

    private void then(Step step) {
        succeeded = succeeded.thenApplyAsync(before -> before && step.succeeds(), thread);
    }

    /// A call of the sender.
    @FunctionalInterface
    private interface Step {
        boolean run() throws InterruptedException;

        /// Runs it; whether it succeeded.
        default boolean succeeds() {
            try {
                return run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Failed to send: interrupted", e);
            }
        }
    }
}
