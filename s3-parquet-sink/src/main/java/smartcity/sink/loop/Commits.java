package smartcity.sink.loop;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/// Commits one offset at a time, synchronously, and tells apart what an attempt can come to.
final class Commits {
    /// How long one attempt may block the loop [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// What came of an attempt to commit.
    enum Outcome {
        /// The group's coordinator has it.
        DONE,
        /// Nobody knows, or not now: the same is to be committed again.
        LATER,
        /// The partition belongs to somebody else.
        FENCED
    }

    private final Consumer<?, ?> consumer;

    Commits(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    Outcome commit(TopicPartition partition, long offset, String metadata) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset, metadata)), TIMEOUT);
            return Outcome.DONE;
        } catch (CommitFailedException | FencedInstanceIdException e) {
            return Outcome.FENCED;
        } catch (RebalanceInProgressException | RetriableException e) {
            return Outcome.LATER;
        }
    }
}
