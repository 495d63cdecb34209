package smartcity.emission.kafka.shard;

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
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

/// The shards that a process owns by one assignment, and the progress of each. For one thread.
final class ShardOwnership implements EventFilter {
    private final ShardAssignment assignment;
    private final DeviceShards shards;
    private final @Nullable Instant[] emittedUntil;

    /// @param emittedUntil by shard, null for shards of others; kept
    ShardOwnership(ShardAssignment assignment, DeviceShards shards, @Nullable Instant[] emittedUntil) {
        this.assignment = assignment;
        this.shards = shards;
        this.emittedUntil = emittedUntil;
    }

    ShardAssignment assignment() {
        return assignment;
    }

    /// The progress of a shard; null if it is not owned.
    @Nullable
    Instant emittedUntil(int shard) {
        return emittedUntil[shard];
    }

    @Override
    public boolean accepts(String deviceId, Instant instant) {
        Instant until = emittedUntil[shards.of(deviceId)];
        return until != null && !instant.isBefore(until);
    }

    /// The first instant of which this process has events to emit.
    Instant from() {
        return Arrays.stream(emittedUntil)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("an assignment must have shards but had none"));
    }

    /// Records that all events before an instant have been committed.
    void advanceTo(Instant until) {
        for (int shard = 0; shard < emittedUntil.length; shard++) {
            Instant before = emittedUntil[shard];
            if (before != null && before.isBefore(until)) {
                emittedUntil[shard] = until;
            }
        }
    }

    /// The offsets that commit the progress of having emitted all events before an instant.
    ///
    /// @param topic of the shards
    Map<TopicPartition, OffsetAndMetadata> progress(String topic, SimulationIdentity simulation, Instant until) {
        Map<TopicPartition, OffsetAndMetadata> progress = new HashMap<>();
        for (int shard = 0; shard < emittedUntil.length; shard++) {
            Instant before = emittedUntil[shard];
            if (before != null) {
                Instant reached = before.isAfter(until) ? before : until;
                progress.put(
                        new TopicPartition(topic, shard),
                        new OffsetAndMetadata(0, new ShardProgress(simulation, reached).text()));
            }
        }
        return progress;
    }

    /// The member as which to commit.
    ConsumerGroupMetadata member() {
        return assignment.member();
    }
}
