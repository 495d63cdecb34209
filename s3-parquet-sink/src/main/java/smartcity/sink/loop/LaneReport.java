package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.PartitionBatch;

/// Reports the progress of lanes. For the loop's thread.
final class LaneReport {
    private final PartitionLags lags;
    private final BlockedPartitions blocked;
    private final Clock clock;
    private final Map<TopicPartition, UnlandedSince> unlanded = new HashMap<>();

    LaneReport(Consumer<ByteBuffer, ByteBuffer> consumer, BlockedPartitions blocked, Clock clock) {
        this.lags = new PartitionLags(consumer);
        this.blocked = blocked;
        this.clock = clock;
    }

    /// Forgets a partition that is not assigned any more.
    void forget(TopicPartition partition) {
        lags.forget(partition);
        unlanded.remove(partition);
    }

    /// Requests from Kafka how far behind the lanes are, when it is time.
    ///
    /// @param running lanes that have resumed
    void refresh(Collection<Lane> running) {
        lags.refresh(running, clock.instant());
    }

    /// The status of each lane, by topic and partition.
    List<LaneStatus> status(Collection<Lane> lanes) {
        return lanes.stream()
                .map(this::status)
                .sorted(Comparator.comparing(LaneStatus::topic).thenComparingInt(LaneStatus::partition))
                .toList();
    }

    private LaneStatus status(Lane lane) {
        TopicPartition partition = lane.partition();
        OptionalLong end = lags.end(lane);
        Optional<PartitionBatch> open = lane.open();
        return new LaneStatus(
                partition.topic(),
                partition.partition(),
                orNull(lane.committed()),
                orNull(lane.position()),
                orNull(end),
                lane.heldRecords(),
                orNull(lane.unreadRecords(end)),
                lane.openBytes() + lane.leavingBytes(),
                open.map(PartitionBatch::files).orElse(0),
                open.filter(batch -> batch.records() > 0)
                        .map(PartitionBatch::openedAt)
                        .orElse(null),
                lane.pendingCut().orElse(null),
                lane.landing().map(Landing::since).orElse(null),
                unlandedSince(lane, end),
                lags.noProgressSince(lane, end, clock.instant()),
                blocked.reason(partition).orElse(null));
    }

    /// What is behind the position or held counts; offsets without a record, before the position, do not.
    private @Nullable Instant unlandedSince(Lane lane, OptionalLong end) {
        boolean held = lane.heldRecords() > 0 || lane.pendingCut().isPresent();
        OptionalLong landedUpTo = held ? lane.committed() : lane.position();
        return unlanded.computeIfAbsent(lane.partition(), _ -> new UnlandedSince())
                .at(lane.resumed() ? landedUpTo : OptionalLong.empty(), end, clock.instant());
    }

    private static @Nullable Long orNull(OptionalLong offset) {
        return offset.isPresent() ? offset.getAsLong() : null;
    }
}
