package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;

/// The lanes of the partitions that are assigned to this process at present.
final class AssignedLanes implements ConsumerRebalanceListener {
    /// How long one question to Kafka may block the loop [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Function<TopicPartition, Lane> opening;
    private final ResumePoints resumePoints;
    private final LandingScheduler landings;
    private final LoopContext world;
    private final LaneReport report;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();

    /// @param opening makes the lane of a partition
    AssignedLanes(
            Consumer<ByteBuffer, ByteBuffer> consumer,
            Function<TopicPartition, Lane> opening,
            ResumePoints resumePoints,
            LandingScheduler landings,
            LoopContext world) {
        this.consumer = consumer;
        this.opening = opening;
        this.resumePoints = resumePoints;
        this.landings = landings;
        this.world = world;
        this.report = new LaneReport(consumer, world.clock());
    }

    /// Where a partition goes on is found out later, as it may take long; until then it is paused, at any offset.
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        tell(LoopEvent.Change.ASSIGNED, partitions);
        for (TopicPartition partition : partitions) {
            lanes.put(partition, opening.apply(partition));
            consumer.seek(partition, 0);
        }
        consumer.pause(partitions);
    }

    /// A refused commit does not always cost the partition: in the next-generation protocol, a member that is behind
    /// its own epoch for a moment keeps what it has. So what was dropped and is still assigned starts again.
    private void reopen() {
        Set<TopicPartition> assigned = consumer.assignment();
        onPartitionsAssigned(lanes.values().stream()
                .filter(lane -> lane.dropped() && assigned.contains(lane.partition()))
                .map(Lane::partition)
                .toList());
    }

    /// The partitions are still ours for as long as this call lasts, and afterwards nothing of them may be left: Kafka
    /// would take a commit from a member of the group even if the partition is another's.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        List<Lane> leaving = announced(partitions);
        tell(LoopEvent.Change.REVOKED, partitions);
        landings.settleRevoked(leaving);
        leaving.forEach(lane -> leave(lane, "the partition goes to another member of the group"));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        tell(LoopEvent.Change.LOST, partitions);
        announced(partitions).forEach(lane -> leave(lane, "the membership of the group was lost"));
    }

    /// A next-generation client that leaves its group also takes away what it has not assigned to us yet.
    private List<Lane> announced(Collection<TopicPartition> partitions) {
        return partitions.stream().filter(lanes::containsKey).map(this::lane).toList();
    }

    private void tell(LoopEvent.Change change, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            world.events().accept(new LoopEvent.Rebalanced(change, Set.copyOf(partitions)));
        }
    }

    /// Lets go of everything: the group is being left.
    void dropAll(String reason) {
        lanes.values().forEach(lane -> landings.drop(lane, reason));
    }

    private void leave(Lane lane, String reason) {
        landings.drop(lane, reason);
        resumePoints.forget(lane.partition());
        report.forget(lane.partition());
        lanes.remove(lane.partition());
    }

    private Lane lane(TopicPartition partition) {
        Lane lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException("Failed to find " + partition + " among the assigned partitions");
        }
        return lane;
    }

    /// Starts the lanes for which it can be found out now where they go on.
    void resume() {
        reopen();
        Set<TopicPartition> waiting = lanes.values().stream()
                .filter(lane -> !lane.resumed() && !landings.doubtful(lane))
                .map(Lane::partition)
                .collect(Collectors.toSet());
        if (waiting.isEmpty()) {
            return;
        }
        resumePoints.find(waiting).forEach((partition, from) -> {
            consumer.seek(partition, from.position());
            consumer.resume(List.of(partition));
            lane(partition).resume(from);
            tell(partition, from);
        });
    }

    private void tell(TopicPartition partition, ResumePoint from) {
        world.events().accept(new LoopEvent.Assigned(partition, from.offset(), from.origin()));
        Cut pending = from.pending();
        if (pending != null) {
            OffsetRange range = new OffsetRange(from.offset(), pending.end());
            world.events().accept(new LoopEvent.Replaying(partition, range));
            String rules = lane(partition).topic().rules();
            if (!pending.rules().isEmpty() && !pending.rules().equals(rules)) {
                world.events().accept(new LoopEvent.RulesChanged(partition, range, pending.rules(), rules));
            }
        }
        if (from.truncated()) {
            landings.gone(partition, new OffsetRange(from.offset(), from.position()));
        }
    }

    /// Whether any lane has something to ask of the bucket, or may have.
    boolean awaitBucket() {
        return lanes.values().stream()
                .anyMatch(lane -> !lane.resumed() || lane.landing().isPresent());
    }

    /// Whether the group must be joined anew before all lanes can go on.
    boolean stuckInDoubt() {
        return lanes.values().stream().anyMatch(lane -> lane.resumed() ? lane.stuckInDoubt() : landings.doubtful(lane));
    }

    /// Kafka deleted what these lanes were about to read: says what is gone, and reads on behind it.
    void skipGone(Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(wanted.keySet(), TIMEOUT);
        wanted.forEach((partition, offset) -> {
            long earliest = first.getOrDefault(partition, 0L);
            if (earliest <= offset) {
                throw new IllegalStateException("Failed to read " + partition + " at offset " + offset
                        + ": the partition ends before; was the topic deleted and created again?");
            }
            landings.gone(partition, new OffsetRange(offset, earliest));
            consumer.seek(partition, earliest);
        });
    }

    /// Hands records to their lanes, and lets each know how far the consumer is.
    void take(ConsumerRecords<ByteBuffer, ByteBuffer> records) {
        Instant now = world.clock().instant();
        for (Lane lane : running()) {
            lane.take(records.records(lane.partition()), consumer.position(lane.partition()), now);
        }
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    /// Those that know where they go on and have not been dropped.
    List<Lane> running() {
        return lanes.values().stream()
                .filter(lane -> lane.resumed() && !lane.dropped())
                .toList();
    }

    List<LaneStatus> status() {
        return report.status(lanes.values());
    }

    /// Finds out how far behind the lanes are, when it is time.
    void lookAtEnds() {
        report.refresh(running());
    }
}
