package smartcity.emission.shard;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;

/// What the group has given this process.
///
/// @param version grows with every change
/// @param marks by shard, how far it had been told when it was given
/// @param member of the group, by which Kafka knows whether a commit is still allowed
record ShardAssignment(long version, Map<Integer, Mark> marks, ConsumerGroupMetadata member) {
    /// A shard given once; given again it has another mark, even if it says the same.
    static final class Mark {
        private final Optional<ShardProgress> progress;

        Mark(Optional<ShardProgress> progress) {
            this.progress = progress;
        }

        Optional<ShardProgress> progress() {
            return progress;
        }
    }
}
