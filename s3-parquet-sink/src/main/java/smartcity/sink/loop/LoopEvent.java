package smartcity.sink.loop;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;

/// What the loop reports to the operator. The shell decides in which form.
public sealed interface LoopEvent {
    /// What a rebalance did to partitions.
    enum Change {
        /// This member owns them now.
        ASSIGNED,
        /// Another member will own them, after what is held of them has landed.
        REVOKED,
        /// Another member owns them already.
        LOST
    }

    /// The group moved partitions; at least one.
    record Rebalanced(Change change, Set<TopicPartition> partitions) implements LoopEvent {}

    /// An assigned partition resumes at `offset`.
    record Assigned(TopicPartition partition, long offset, String origin) implements LoopEvent {}

    /// A cut of an earlier owner is completed first.
    record Replaying(TopicPartition partition, OffsetRange range) implements LoopEvent {}

    /// The cut that is completed was made under other rules of what becomes of a record.
    record RulesChanged(TopicPartition partition, OffsetRange range, String before, String now) implements LoopEvent {}

    /// An object is in the bucket.
    record Stored(String key, long records, long bytes, OffsetRange range, boolean before) implements LoopEvent {}

    /// A range is in the bucket and committed.
    ///
    /// @param counted what it adds to the topic's totals
    /// @param took from the cut to the commit of its end
    record Landed(TopicPartition partition, OffsetRange range, CutCause cause, TopicTotals counted, Duration took)
            implements LoopEvent {}

    /// The names of a topic's objects are being listed, to find where partitions resume, and that takes long.
    ///
    /// @param names listed so far
    record Listing(String topic, long names) implements LoopEvent {}

    /// A request to the bucket failed and will be repeated.
    record StoreFailed(String reason, int failures, Duration retryIn) implements LoopEvent {}

    /// The bucket answers again.
    record StoreRecovered() implements LoopEvent {}

    /// What was held of a partition was dropped; its owner reads it again.
    record Dropped(TopicPartition partition, long records, String reason) implements LoopEvent {}

    /// A partition is not landed, for a reason that only an operator can remove; the others continue.
    record Blocked(TopicPartition partition, String reason) implements LoopEvent {}

    /// An operator moved the group's offset forward, past offsets that have not landed, or an era begins behind them.
    record Skipped(TopicPartition partition, OffsetRange range) implements LoopEvent {}

    /// Offsets that Kafka deleted before they could land.
    record Gone(TopicPartition partition, OffsetRange range) implements LoopEvent {}

    /// A commit may still take effect after newer ones: the member joins the group again, so that Kafka refuses it.
    record Rejoining() implements LoopEvent {}

    /// Reading is paused, or paused for another reason than before.
    record Paused(String reason) implements LoopEvent {}

    /// Reading is not paused any more.
    record Resumed() implements LoopEvent {}

    /// The topics that should be landed but cannot be changed, with the reason of each; empty: there are none.
    record Refused(Map<String, String> topics) implements LoopEvent {
        public Refused {
            topics = Map.copyOf(topics);
        }
    }

    /// The topics that do not exist changed; empty: all are there.
    record Awaiting(Set<String> topics) implements LoopEvent {
        public Awaiting {
            topics = Set.copyOf(topics);
        }
    }
}
