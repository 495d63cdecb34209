package smartcity.emission;

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
import org.apache.kafka.common.TopicPartition;
import smartcity.emission.fault.OutgoingRecord;

/// Takes records and commits to an outbox, in order, on a thread of its own: so the next events are made while the
/// last ones are compressed, sent and committed, which is about as much work.
///
/// After a commit that Kafka refused nothing more passes until [#settled()] has told so. For one thread.
final class AsyncSender implements AutoCloseable {
    /// Records handed over together, and how many such loads may wait; chosen: handing over costs nothing beside
    /// a load, and what waits is about as much as the producer sends at once.
    private static final int LOAD = 500;

    private static final int LOADS = 8;

    private final TransactionalSender outbox;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("outbox").factory());
    private final Semaphore room = new Semaphore(LOADS);
    private List<OutgoingRecord> load = new ArrayList<>(LOAD);

    /// Whether everything until now went through; each step goes on from the one before.
    private CompletableFuture<Boolean> passed = CompletableFuture.completedFuture(true);

    /// Whether everything until the last commit did.
    private CompletableFuture<Boolean> committed = passed;

    private boolean open;

    /// @param outbox closed with this
    AsyncSender(TransactionalSender outbox) {
        this.outbox = outbox;
    }

    /// Sends a record, at the latest with the next commit; may block until there is room.
    void send(OutgoingRecord delivery) throws InterruptedException {
        open = true;
        load.add(delivery);
        if (load.size() == LOAD) {
            dispatch();
        }
    }

    /// Whether something has been sent since the last commit was asked for.
    boolean isOpen() {
        return open;
    }

    /// Asks for a commit as [TransactionalSender#commit] does it.
    void commit(Map<TopicPartition, OffsetAndMetadata> progress, ConsumerGroupMetadata member)
            throws InterruptedException {
        dispatch();
        open = false;
        then(() -> outbox.commit(progress, member));
        committed = passed;
    }

    /// Waits for the commits that were asked for.
    ///
    /// @return false when Kafka refused one; then nothing since the one before it is ever seen, and what is
    ///     sent from now on passes again
    /// @throws IllegalStateException when Kafka would refuse it again
    boolean settled() throws InterruptedException {
        try {
            boolean all = committed.get();
            if (!all) {
                load.clear();
                open = false;
                passed = CompletableFuture.completedFuture(true);
                committed = passed;
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed to emit: " + e.getMessage(), e);
        }
    }

    /// Gives up what is not committed.
    @Override
    public void close() {
        thread.shutdownNow();
        outbox.close();
    }

    private void dispatch() throws InterruptedException {
        List<OutgoingRecord> sending = load;
        load = new ArrayList<>(LOAD);
        room.acquire();
        then(() -> {
            for (OutgoingRecord delivery : sending) {
                outbox.send(delivery);
            }
            return true;
        });
        passed = passed.whenComplete((_, _) -> room.release());
    }

    private void then(Step step) {
        passed = passed.thenApplyAsync(before -> before && step.taken(), thread);
    }

    /// Something done to the outbox.
    @FunctionalInterface
    private interface Step {
        boolean take() throws InterruptedException;

        /// Whether it went through.
        default boolean taken() {
            try {
                return take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Failed to send: interrupted", e);
            }
        }
    }
}
