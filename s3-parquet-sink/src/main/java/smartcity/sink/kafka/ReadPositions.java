package smartcity.sink.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// Where reading continues behind what a poll has returned. For the loop's thread.
public final class ReadPositions {
    private final org.apache.kafka.clients.consumer.Consumer<?, ?> consumer;
    private final Consumer<LogTruncationException> truncated;

    /// @param truncated learns that logs were truncated, of whatever partitions: the client says so at any request
    public ReadPositions(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Consumer<LogTruncationException> truncated) {
        this.consumer = consumer;
        this.truncated = truncated;
    }

    /// The position behind the records of the partition; empty while it is not known, which is only so when there are
    /// no records of the partition among these. Never waits for Kafka.
    public Optional<LogPosition> behind(ConsumerRecords<?, ?> records, TopicPartition partition) {
        OffsetAndMetadata next = records.nextOffsets().get(partition);
        if (next != null) {
            return Optional.of(new LogPosition(next.offset(), next.leaderEpoch()));
        }
        try {
            return Optional.of(new LogPosition(consumer.position(partition, Duration.ZERO), Optional.empty()));
        } catch (LogTruncationException e) {
            truncated.accept(e);
        } catch (NoOffsetForPartitionException | RetriableException | TopicAuthorizationException e) {
            // A position that Kafka has not confirmed yet, or not to this client; the next poll asks again.
        }
        return Optional.empty();
    }
}
