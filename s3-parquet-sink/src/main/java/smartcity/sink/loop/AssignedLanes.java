package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.LogPosition;
import smartcity.sink.kafka.ReadPositions;

/// The lanes of the partitions that are assigned to this process at present.
// Over 200 lines: all that an assignment, a loss and a revocation change is here.
final class AssignedLanes implements ConsumerRebalanceListener {
    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Function<TopicPartition, Lane> newLane;
    private final ResumePoints resumePoints;
    private final LandingScheduler landings;
    private final BlockedPartitions blocked;
    private final LoopContext context;
    private final LaneReport report;
    private final ReadPositions positions;
    private final ReplayEnds replays;
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Map<TopicPartition, UnreadableRecordException> known = new HashMap<>();

    /// @param newLane makes the lane of an assigned partition
    AssignedLanes(
            Consumer<ByteBuffer, ByteBuffer> consumer,
            Function<TopicPartition, Lane> newLane,
            ResumePoints resumePoints,
            LandingScheduler landings,
            BlockedPartitions blocked,
            LoopContext context) {
        this.consumer = consumer;
        this.newLane = newLane;
        this.resumePoints = resumePoints;
        this.landings = landings;
        this.blocked = blocked;
        this.context = context;
        this.report = new LaneReport(consumer, blocked, context.clock());
        this.positions = new ReadPositions(consumer, this::truncated);
        this.replays = new ReplayEnds(consumer);
    }

    /// Where a partition resumes is found out later, as that may take long. Until then it is paused, at any offset.
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        publish(LoopEvent.Change.ASSIGNED, partitions);
        for (TopicPartition partition : partitions) {
            lanes.put(partition, newLane.apply(partition));
            consumer.seek(partition, 0);
        }
        consumer.pause(partitions);
    }

    /// A refused commit does not always cost the partition: in the next-generation protocol, a member that is behind
    /// its own epoch for a moment keeps its partitions. So a lane that was dropped and is still assigned starts
    /// again. One that cannot be read does so when its time has come.
    private void reopen() {
        Set<TopicPartition> assigned = consumer.assignment();
        lanes.values().stream()
                .filter(lane -> lane.idle() && !blocked.waits(lane.partition()))
                .forEach(Lane::drop);
        onPartitionsAssigned(lanes.values().stream()
                .filter(lane -> lane.dropped() && assigned.contains(lane.partition()))
                .map(Lane::partition)
                .toList());
    }

    /// This member owns the partitions until this call returns. Nothing of them may be held afterwards: Kafka takes
    /// a commit from any member of the group, even if another member owns the partition.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        List<Lane> leaving = announced(partitions);
        publish(LoopEvent.Change.REVOKED, partitions);
        landings.settleRevoked(leaving);
        leaving.forEach(lane -> leave(lane, "the partition was revoked from this member"));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        publish(LoopEvent.Change.LOST, partitions);
        announced(partitions).forEach(lane -> leave(lane, "the membership of the group was lost"));
    }

    /// A next-generation client that leaves its group also revokes partitions that it has not assigned yet.
    private List<Lane> announced(Collection<TopicPartition> partitions) {
        return partitions.stream().filter(lanes::containsKey).map(this::lane).toList();
    }

    private void publish(LoopEvent.Change change, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            context.events().accept(new LoopEvent.Rebalanced(change, Set.copyOf(partitions)));
        }
    }

    /// Drops all lanes, before the loop leaves the group.
    void dropAll(String reason) {
        lanes.values().forEach(lane -> landings.drop(lane, reason));
    }

    private void leave(Lane lane, String reason) {
        landings.drop(lane, reason);
        resumePoints.forget(lane.partition());
        report.forget(lane.partition());
        blocked.clear(lane.partition());
        known.remove(lane.partition());
        lanes.remove(lane.partition());
    }

    private Lane lane(TopicPartition partition) {
        Lane lane = lanes.get(partition);
        if (lane == null) {
            throw new IllegalStateException("Failed to find " + partition + " among the assigned partitions");
        }
        return lane;
    }

    /// Starts the lanes whose resume point can be found out now.
    void resume() {
        reopen();
        Set<TopicPartition> waiting = lanes.values().stream()
                .filter(lane -> !lane.resumed() && !landings.doubtful(lane) && !blocked.waits(lane.partition()))
                .map(Lane::partition)
                .collect(Collectors.toSet());
        if (waiting.isEmpty()) {
            return;
        }
        resumePoints.find(waiting).forEach((partition, resumption) -> {
            switch (resumption) {
                case Resumption.Unknown _ -> {}
                case Resumption.Blocked(String reason) -> blocked.block(partition, reason);
                case Resumption.At(ResumePoint from, OffsetRange skipped) -> resume(partition, from, skipped);
            }
        });
    }

    private void resume(TopicPartition partition, ResumePoint from, @Nullable OffsetRange skipped) {
        if (from.beginsEra() && !landings.begin(partition, from)) {
            return;
        }
        blocked.clear(partition);
        consumer.seek(partition, new OffsetAndMetadata(from.position(), from.leaderEpoch(), ""));
        consumer.resume(List.of(partition));
        lane(partition).resume(from);
        Optional.ofNullable(known.remove(partition)).ifPresent(lane(partition)::endBefore);
        publish(partition, from);
        if (skipped != null) {
            context.events().accept(new LoopEvent.Skipped(partition, skipped));
        }
    }

    /// Drops the lane and does not read its partition until it is tried again.
    ///
    /// @param reason unless the topic is another one now, which explains everything else
    void block(TopicPartition partition, String reason) {
        Lane lane = lanes.get(partition);
        if (lane != null) {
            String why = landings.otherTopic(lane).orElse(reason);
            blocked.block(partition, why);
            landings.drop(lane, why);
        }
    }

    /// Blocks the partitions whose logs were truncated.
    void truncated(LogTruncationException found) {
        found.offsetOutOfRangePartitions().forEach((partition, position) -> {
            OffsetAndMetadata divergent = found.divergentOffsets().get(partition);
            block(partition, BlockReasons.truncated(partition, divergent == null ? 0 : divergent.offset(), position));
        });
    }

    /// Ends reading the partitions that the failure of a poll concerns; false when it concerns none, but the process.
    /// Until then every poll would fail by them.
    boolean unreadable(KafkaException failure) {
        UnreadablePartitions found = UnreadablePartitions.of(failure, running());
        found.reasons().forEach(this::endReading);
        return !found.reasons().isEmpty();
    }

    private void endReading(TopicPartition partition, String reason) {
        consumer.pause(List.of(partition));
        lane(partition).endReading();
        blocked.block(partition, reason);
    }

    /// Kafka deleted these offsets before they were read: continues behind them.
    void skip(TopicPartition partition, OffsetRange gone) {
        landings.gone(partition, gone);
        consumer.seek(partition, gone.end());
    }

    private void publish(TopicPartition partition, ResumePoint from) {
        context.events().accept(new LoopEvent.Assigned(partition, from.offset(), from.origin()));
        Cut pending = from.pending();
        if (pending != null) {
            OffsetRange range = new OffsetRange(from.offset(), pending.end());
            context.events().accept(new LoopEvent.Replaying(partition, range));
            String rules = lane(partition).topic().rules();
            String before = pending.rules();
            if (before != null && !before.equals(rules)) {
                context.events().accept(new LoopEvent.RulesChanged(partition, range, before, rules));
            }
        }
        if (from.truncated()) {
            landings.gone(partition, new OffsetRange(from.offset(), from.position()));
        }
    }

    /// Whether any lane needs the bucket, or may need it.
    boolean awaitBucket() {
        return lanes.values().stream()
                .anyMatch(lane -> (!lane.resumed() && !blocked.waits(lane.partition()))
                        || lane.landing().isPresent());
    }

    /// Whether the group must be joined again before all lanes can continue.
    boolean stuckInDoubt() {
        return lanes.values().stream().anyMatch(lane -> lane.resumed() ? lane.stuckInDoubt() : landings.doubtful(lane));
    }

    /// Gives each lane its records and the position of the consumer.
    void take(ConsumerRecords<ByteBuffer, ByteBuffer> records) {
        Instant now = context.clock().instant();
        for (Lane lane : running()) {
            positions
                    .behind(records, lane.partition())
                    .ifPresent(position -> take(lane, records.records(lane.partition()), position, now));
            lane.reread().ifPresent(from -> consumer.seek(lane.partition(), from.with("")));
            lane.divergence().ifPresent(reason -> block(lane.partition(), reason));
        }
    }

    /// A record that the sink fails by must not keep other partitions from landing.
    private void take(
            Lane lane, List<ConsumerRecord<ByteBuffer, ByteBuffer>> records, LogPosition position, Instant now) {
        try {
            lane.take(records, position, now);
        } catch (UnreadableRecordException e) {
            endBefore(lane, e);
        }
    }

    /// What is held before the record lands, if the batch can still be cut; else it is read once more, up to there.
    private void endBefore(Lane lane, UnreadableRecordException record) {
        TopicPartition partition = lane.partition();
        String reason = BlockReasons.unreadable(partition, record);
        if (lane.replaying()) {
            block(partition, reason);
        } else if (record.batchDamaged()) {
            known.put(partition, record.known());
            landings.drop(lane, reason);
        } else {
            // Without this, the position behind the poll's records would end the next cut, and the record be passed.
            consumer.seek(partition, record.offset());
            endReading(partition, reason);
        }
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    /// The lanes that have resumed and have not been dropped.
    List<Lane> running() {
        return lanes.values().stream()
                .filter(lane -> lane.resumed() && !lane.dropped())
                .toList();
    }

    List<LaneStatus> status() {
        return report.status(lanes.values());
    }

    /// Asks Kafka for the ends and the topics of the lanes when it is time, and blocks what cannot go on.
    void refresh() {
        report.refresh(running());
        replays.unreachable(running(), context.clock().instant()).forEach(this::block);
        landings.changedTopics(running()).forEach(this::block);
        resumePoints.objections(running(), context.clock().instant()).forEach(this::block);
    }
}
