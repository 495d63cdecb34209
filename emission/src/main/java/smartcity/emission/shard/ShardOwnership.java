package smartcity.emission.shard;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.event.EventFilter;
import smartcity.shard.Shards;

/// The shards that a process owns by one assignment, and how far it has come with each. For one thread.
public final class ShardOwnership implements EventFilter {
    private final ShardAssignment assignment;
    private final Shards shards;
    private final @Nullable Instant[] toldUntil;

    /// @param toldUntil by shard, null for those of others; kept
    ShardOwnership(ShardAssignment assignment, Shards shards, @Nullable Instant[] toldUntil) {
        this.assignment = assignment;
        this.shards = shards;
        this.toldUntil = toldUntil;
    }

    ShardAssignment assignment() {
        return assignment;
    }

    /// How far a shard has been told; null if it is not owned.
    @Nullable
    Instant toldUntil(int shard) {
        return toldUntil[shard];
    }

    @Override
    public boolean accepts(String deviceId, Instant instant) {
        Instant until = toldUntil[shards.of(deviceId)];
        return until != null && !instant.isBefore(until);
    }

    /// The first instant of which this process has something to tell.
    public Instant from() {
        return Arrays.stream(toldUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("an assignment must have shards but had none"));
    }

    /// Notes that everything before an instant has been told, durably.
    public void told(Instant until) {
        for (int shard = 0; shard < toldUntil.length; shard++) {
            Instant before = toldUntil[shard];
            if (before != null && before.isBefore(until)) {
                toldUntil[shard] = until;
            }
        }
    }

    /// What to commit for having told everything before an instant.
    ///
    /// @param topic of the shards
    public Map<TopicPartition, OffsetAndMetadata> progress(String topic, String city, Instant until) {
        Map<TopicPartition, OffsetAndMetadata> progress = new HashMap<>();
        for (int shard = 0; shard < toldUntil.length; shard++) {
            Instant before = toldUntil[shard];
            if (before != null) {
                Instant reached = before.isAfter(until) ? before : until;
                progress.put(
                        new TopicPartition(topic, shard),
                        new OffsetAndMetadata(0, new ShardProgress(city, reached).text()));
            }
        }
        return progress;
    }

    /// The member as which to commit.
    public ConsumerGroupMetadata member() {
        return assignment.member();
    }
}
