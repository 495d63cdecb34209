package smartcity.emission.kafka;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// One channel that is read, and how many of its records have been processed. Safe for use by several threads.
public final class InputChannel {
    private static final long CHECK_MILLIS = 10;

    private final PollingThread thread;
    private final AtomicLong processed = new AtomicLong();

    public InputChannel(PollingThread thread) {
        this.thread = thread;
    }

    /// Counts records that have been processed.
    public void countProcessed(int records) {
        processed.addAndGet(records);
    }

    /// Restarts the count: records that were polled before and have not been processed are not waited for. To be called
    /// on the polling thread.
    public void restart(Consumer<?, ?> consumer) {
        processed.set(polled(consumer));
    }

    /// Waits until every record that is committed in the topic now has been processed; false when stopped before, or
    /// when there are no partitions to read yet.
    boolean awaitCaughtUp(BooleanSupplier stopped) throws InterruptedException {
        Map<TopicPartition, Long> ends = thread.apply(consumer -> consumer.endOffsets(consumer.assignment()));
        if (ends.isEmpty()) {
            return false;
        }
        OptionalLong due = OptionalLong.empty();
        while (due.isEmpty() || processed.get() < due.getAsLong()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            if (due.isEmpty()) {
                due = thread.apply(consumer -> polledUntil(ends, consumer));
            }
            Thread.sleep(CHECK_MILLIS);
        }
        return true;
    }

    /// Records that have been polled once the consumer has reached given ends; empty before.
    ///
    /// Positions count, not records: the last offsets may be the markers of transactions.
    private static OptionalLong polledUntil(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        boolean reached = consumer.assignment().containsAll(ends.keySet())
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        return reached ? OptionalLong.of(polled(consumer)) : OptionalLong.empty();
    }

    /// Records that the consumer has returned since it was made, by its own metric.
    private static long polled(Consumer<?, ?> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-consumed-total")
                        && !metric.getKey().tags().containsKey("topic"))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .findFirst()
                .orElse(0);
    }
}
