package smartcity.emission.kafka.shard;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import smartcity.identity.ShardProgress;

/// The shards that the group has assigned to this process.
///
/// @param version grows with every change
/// @param claims by shard
/// @param member of the group, by which Kafka decides whether a commit is still allowed
record ShardAssignment(long version, Map<Integer, Claim> claims, ConsumerGroupMetadata member) {
    /// One assignment of a shard; when the shard is assigned again it has another claim, even with the same progress.
    static final class Claim {
        private final Optional<ShardProgress> progress;

        Claim(Optional<ShardProgress> progress) {
            this.progress = progress;
        }

        /// The progress that was committed when the shard was assigned.
        Optional<ShardProgress> progress() {
            return progress;
        }
    }
}
