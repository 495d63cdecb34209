package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// Assigned partitions that are not landed, for a reason that only an operator can remove. The others continue. Each
/// is tried again after a while, so that it continues without a restart once the reason is gone. For the loop's thread.
final class BlockedPartitions {
    /// How long a blocked partition waits until it is tried again [chosen, not measured].
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private record Block(String reason, Instant retryAt) {}

    private final LoopContext context;
    private final Map<TopicPartition, Block> blocks = new HashMap<>();

    BlockedPartitions(LoopContext context) {
        this.context = context;
    }

    /// Blocks the partition, and publishes that unless it was blocked for this reason before.
    void block(TopicPartition partition, String reason) {
        Block before = blocks.put(
                partition, new Block(reason, context.clock().instant().plus(RETRY_AFTER)));
        if (before == null || !before.reason.equals(reason)) {
            context.events().accept(new LoopEvent.Blocked(partition, reason));
        }
    }

    /// Whether the partition is blocked and its time to be tried again has not come.
    boolean waits(TopicPartition partition) {
        Block block = blocks.get(partition);
        return block != null && context.clock().instant().isBefore(block.retryAt);
    }

    /// Why the partition is blocked, if it is.
    Optional<String> reason(TopicPartition partition) {
        return Optional.ofNullable(blocks.get(partition)).map(Block::reason);
    }

    /// The partition continues, or is not assigned any more.
    void clear(TopicPartition partition) {
        blocks.remove(partition);
    }

    /// Topics with a blocked partition, and the reason of one of these.
    Map<String, String> topics() {
        Map<String, String> reasons = new TreeMap<>();
        blocks.forEach((partition, block) -> reasons.putIfAbsent(partition.topic(), block.reason));
        return reasons;
    }
}
