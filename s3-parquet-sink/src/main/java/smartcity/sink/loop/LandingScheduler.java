package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.CommitOutcome;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.kafka.LogPosition;
import smartcity.sink.kafka.OffsetCommits;

/// Lands the batches of lanes: decides which one is cut when, advances the landings, and counts what has landed.
// Over 200 lines: all that cuts lanes, advances their landings and counts them is here.
final class LandingScheduler {
    private static final Duration STEP = Duration.ofMillis(10);

    private final OffsetCommits commits;
    private final BucketUploads bucket;
    private final TopicGuard guard;
    private final IdentityWatch identities;
    private final BlockedPartitions blocked;
    private final LoopSettings settings;
    private final LoopContext context;
    private final MemoryBudget.Share memory;
    private final Map<String, TopicTotals> totals = new TreeMap<>();

    LandingScheduler(
            KafkaAccess kafka,
            BucketUploads bucket,
            BlockedPartitions blocked,
            LoopSettings settings,
            LoopContext context) {
        this.commits = new OffsetCommits(kafka.consumer(), settings.protocol());
        this.bucket = bucket;
        this.guard = new TopicGuard(kafka.identities());
        this.identities = new IdentityWatch(guard);
        this.blocked = blocked;
        this.settings = settings;
        this.context = context;
        this.memory = context.memory().share();
    }

    /// Cuts the batches that are due and advances the landings.
    void advance(Collection<Lane> lanes, FlushRequests flushes) {
        guard.recordsRead();
        Instant now = context.clock().instant();
        advanceOrCut(lanes, lane -> cause(lane, flushes, now));
        memory.update(lanes);
        if (memory.mustCut()) {
            lanes.stream()
                    .filter(Lane::ready)
                    .max(Comparator.comparingLong(Lane::openBytes))
                    .ifPresent(lane -> cut(lane, CutCause.MEMORY));
            memory.update(lanes);
        }
    }

    /// The limits of the lanes' batches.
    BatchLimits limits() {
        return new BatchLimits(settings.rollover().maxWindows(), memory);
    }

    /// See [MemoryBudget.Share#mustComplete].
    boolean mustComplete(Lane replaying) {
        return memory.mustComplete(replaying.partition());
    }

    /// Whether memory is full; see [MemoryBudget.Share#full].
    boolean memoryFull(boolean before) {
        return memory.full(before);
    }

    private Optional<CutCause> cause(Lane lane, FlushRequests flushes, Instant now) {
        return flushes.include(lane)
                ? Optional.of(CutCause.FLUSH)
                : lane.open().flatMap(open -> settings.rollover().due(open, now));
    }

    private void advanceOrCut(Collection<Lane> lanes, Function<Lane, Optional<CutCause>> due) {
        for (Lane lane : lanes) {
            advance(lane);
            if (lane.ready()) {
                due.apply(lane).ifPresent(cause -> cut(lane, cause));
            }
        }
    }

    private void cut(Lane lane, CutCause cause) {
        lane.cut(cause, context.clock().instant());
        advance(lane);
    }

    private void advance(Lane lane) {
        long held = lane.heldRecords();
        lane.advance(commits, bucket, guard).ifPresent(outcome -> {
            switch (outcome) {
                case Landing.Outcome.Pending _ -> {}
                case Landing.Outcome.Completed(LandedCut landed) -> completed(lane.partition(), landed);
                case Landing.Outcome.Fenced _ ->
                    dropped(lane.partition(), held, "Kafka refused the commit of this member");
                case Landing.Outcome.Blocked(String reason) -> {
                    blocked.block(lane.partition(), reason);
                    dropped(lane.partition(), held, reason);
                }
            }
        });
    }

    private void completed(TopicPartition partition, LandedCut landed) {
        Instant now = context.clock().instant();
        TopicTotals counted = TopicTotals.of(landed, now);
        totals.merge(partition.topic(), counted, TopicTotals::plus);
        context.events()
                .accept(new LoopEvent.Landed(
                        partition, landed.range(), landed.cause(), counted, Duration.between(landed.since(), now)));
    }

    private void dropped(TopicPartition partition, long records, String reason) {
        if (records > 0) {
            context.events().accept(new LoopEvent.Dropped(partition, records, reason));
        }
    }

    /// Lands what revoked partitions hold, for as long as a rebalance may wait. A poll is under way.
    void settleRevoked(Collection<Lane> lanes) {
        settle(lanes, CutCause.REVOKED, settings.revokeTimeout(), () -> {});
    }

    /// Lands what the lanes hold; returns after `within` at the latest.
    ///
    /// @param poll of a paused consumer: only it completes a rebalance for which commits wait
    void settle(Collection<Lane> lanes, CutCause cause, Duration within, Runnable poll) {
        Instant deadline = context.clock().instant().plus(within);
        while (true) {
            guard.recordsRead();
            advanceOrCut(lanes, _ -> Optional.of(cause));
            boolean settled = lanes.stream()
                    .filter(lane -> !lane.dropped())
                    .noneMatch(lane -> lane.landing().isPresent() || lane.ready());
            if (settled || !context.clock().instant().isBefore(deadline)) {
                return;
            }
            if (commits.awaitedPoll()) {
                poll.run();
            }
            context.idle().pass(STEP);
        }
    }

    /// Why the lane's records come from another topic than Kafka has under the name now, if they do.
    Optional<String> otherTopic(Lane lane) {
        guard.recordsRead();
        return guard.changed(lane);
    }

    /// The partitions whose topic has changed although nothing lands; see [IdentityWatch].
    Map<TopicPartition, String> changedTopics(Collection<Lane> running) {
        return identities.changed(running, context.clock().instant());
    }

    /// Commits where the partition begins an era; false when that must be found out again.
    boolean begin(TopicPartition partition, ResumePoint from) {
        LogPosition start = new LogPosition(from.offset(), Optional.empty());
        CommitState.Landed era =
                new CommitState.Landed(from.topic(), from.landed().layout().era());
        return commits.begin(partition, start, era) == CommitOutcome.DONE;
    }

    /// Drops the lane and what it holds.
    void drop(Lane lane, String reason) {
        long held = lane.heldRecords();
        lane.drop();
        dropped(lane.partition(), held, reason);
    }

    /// Returns the memory to the other loops. Nothing is held any more.
    void release() {
        memory.update(List.of());
    }

    /// See [OffsetCommits#doubtful].
    boolean doubtful(Lane lane) {
        return commits.doubtful(lane.partition());
    }

    /// Counts offsets that Kafka deleted before they could land.
    void gone(TopicPartition partition, OffsetRange range) {
        long offsets = range.end() - range.start();
        totals.merge(partition.topic(), TopicTotals.gone(offsets), TopicTotals::plus);
        context.events().accept(new LoopEvent.Gone(partition, range));
    }

    Map<String, TopicTotals> totals() {
        return totals;
    }
}
