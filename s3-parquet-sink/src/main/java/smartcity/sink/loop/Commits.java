package smartcity.sink.loop;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/// Commits one offset at a time, synchronously, and tells apart what an attempt can come to.
///
/// Requests on one connection take effect in their order. One that was sent on a connection that has been closed since
/// may take effect at any later time, also after newer ones, until the group has a new generation: meanwhile
/// the partition is [#doubtful], and no new cut may begin on it, as the late commit could hide it.
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

    private record Membership(String member, int generation) {}

    private record Unanswered(Membership by, double closes) {}

    private final Consumer<?, ?> consumer;
    private final ConnectionCloses closes;
    private final Map<TopicPartition, Unanswered> unanswered = new HashMap<>();
    private final Map<TopicPartition, Membership> doubts = new HashMap<>();

    Commits(Consumer<?, ?> consumer) {
        this.consumer = consumer;
        this.closes = new ConnectionCloses(consumer);
    }

    private Membership membership() {
        ConsumerGroupMetadata group = consumer.groupMetadata();
        return new Membership(group.memberId(), group.generationId());
    }

    Outcome commit(TopicPartition partition, long offset, String metadata) {
        Unanswered first = new Unanswered(membership(), closes.count());
        Unanswered before = unanswered.get(partition);
        if (before == null || !before.by.equals(first.by)) {
            unanswered.put(partition, first);
        }
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset, metadata)), TIMEOUT);
            answered(partition);
            return Outcome.DONE;
        } catch (CommitFailedException | FencedInstanceIdException e) {
            return Outcome.FENCED;
        } catch (RebalanceInProgressException | RetriableException e) {
            return Outcome.LATER;
        }
    }

    private void answered(TopicPartition partition) {
        Unanswered since = unanswered.remove(partition);
        if (since != null && since.closes != closes.count()) {
            doubts.put(partition, membership());
        }
    }

    /// Whether an earlier commit for the partition may still take effect.
    boolean doubtful(TopicPartition partition) {
        Membership by = doubts.get(partition);
        if (by != null && !by.equals(membership())) {
            doubts.remove(partition);
            return false;
        }
        return by != null;
    }
}
