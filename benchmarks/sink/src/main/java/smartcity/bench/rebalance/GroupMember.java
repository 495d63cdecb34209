package smartcity.bench.rebalance;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/// A member of a group that polls in a thread of its own, as the sink's loops do.
final class GroupMember implements ConsumerRebalanceListener {
    private static final Duration POLL = Duration.ofMillis(100);

    private final int number;
    private final PartitionOwners owners;
    private final KafkaConsumer<?, ?> consumer;
    private final Thread thread;
    private volatile boolean leaving;

    /// Joins the group.
    GroupMember(int number, PartitionOwners owners, Map<String, Object> settings, String topic) {
        this.number = number;
        this.owners = owners;
        this.consumer = new KafkaConsumer<>(settings, new ByteBufferDeserializer(), new ByteBufferDeserializer());
        this.thread = Thread.ofPlatform().name("member-" + number).unstarted(() -> run(topic));
    }

    void start() {
        owners.joined(number);
        thread.start();
    }

    private void run(String topic) {
        try (consumer) {
            consumer.subscribe(List.of(topic), this);
            while (!leaving) {
                consumer.poll(POLL);
            }
        } catch (WakeupException e) {
            // it leaves: closing revokes what it owns
        } finally {
            owners.left(number);
        }
    }

    /// Asks it to leave the group.
    void leave() {
        leaving = true;
        consumer.wakeup();
    }

    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        owners.assigned(number, numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        owners.revoked(number, numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        owners.revoked(number, numbers(partitions));
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}
