package smartcity.emission.coupling;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// One channel that is read, and how many of its records have been taken up. Safe for use by several threads.
final class InputChannel {
    private static final long LOOK_MILLIS = 10;

    private final String channel;
    private final KafkaClientService clients;
    private final AtomicLong takenUp = new AtomicLong();

    InputChannel(String channel, KafkaClientService clients) {
        this.channel = channel;
        this.clients = clients;
    }

    /// Notes that records were taken up.
    void tookUp(int records) {
        takenUp.addAndGet(records);
    }

    /// Notes that reading begins anew: what was read before and never came is not waited for.
    void beginsAnew(Consumer<?, ?> consumer) {
        takenUp.set(read(consumer));
    }

    /// Waits until all that is committed in the topic now has been taken up; false when ended before, or when
    /// there are no partitions to read yet.
    boolean awaitPresent(BooleanSupplier ended) throws InterruptedException {
        Map<TopicPartition, Long> ends = on(consumer -> consumer.endOffsets(consumer.assignment()));
        if (ends.isEmpty()) {
            return false;
        }
        long wanted = -1;
        while (wanted < 0 || takenUp.get() < wanted) {
            if (ended.getAsBoolean()) {
                return false;
            }
            if (wanted < 0) {
                wanted = on(consumer -> hasReached(consumer, ends) ? read(consumer) : -1L);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private <R> R on(Function<Consumer<Object, Object>, R> question) {
        return clients.<Object, Object>getConsumer(channel)
                .runOnPollingThread(question)
                .await()
                .indefinitely();
    }

    /// Positions count, not records: the last offsets may be the marks that transactions leave.
    private static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return consumer.assignment().containsAll(ends.keySet())
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /// Records that the consumer has given out since it was made, by its own metric.
    private static long read(Consumer<?, ?> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-consumed-total")
                        && !metric.getKey().tags().containsKey("topic"))
                .mapToLong(metric -> ((Number) metric.getValue().metricValue()).longValue())
                .findFirst()
                .orElse(0);
    }
}
