package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;

/// Brings what lanes hold into the bucket: decides which is cut when, moves what is on its way, counts what has landed.
final class LandingScheduler {
    private static final Duration STEP = Duration.ofMillis(10);

    private final OffsetCommits commits;
    private final BucketUploads uploading;
    private final LoopSettings settings;
    private final LoopContext world;
    private final MemoryBudget.Share memory;
    private final Map<String, TopicTotals> totals = new TreeMap<>();

    LandingScheduler(OffsetCommits commits, BucketUploads uploading, LoopSettings settings, LoopContext world) {
        this.commits = commits;
        this.uploading = uploading;
        this.settings = settings;
        this.world = world;
        this.memory = world.memory().share();
    }

    /// Cuts what is due and moves what is on its way.
    void advance(Collection<Lane> lanes, FlushRequests flushes) {
        Instant now = world.clock().instant();
        for (Lane lane : lanes) {
            move(lane);
            if (lane.ready()) {
                cause(lane, flushes, now).ifPresent(cause -> cut(lane, cause));
            }
        }
        memory.hold(lanes);
        if (memory.mustCut()) {
            lanes.stream()
                    .filter(Lane::ready)
                    .max(Comparator.comparingLong(Lane::openBytes))
                    .ifPresent(lane -> cut(lane, CutCause.MEMORY));
            memory.hold(lanes);
        }
    }

    /// Whether memory is full, as [MemoryBudget.Share#full] says.
    boolean memoryFull(boolean before) {
        return memory.full(before);
    }

    private Optional<CutCause> cause(Lane lane, FlushRequests flushes, Instant now) {
        return flushes.wants(lane)
                ? Optional.of(CutCause.FLUSH)
                : lane.open().flatMap(open -> settings.rollover().due(open, now));
    }

    private void cut(Lane lane, CutCause cause) {
        lane.cut(cause, world.clock().instant());
        move(lane);
    }

    private void move(Lane lane) {
        long held = lane.heldRecords();
        lane.advance(commits, uploading).ifPresent(outcome -> {
            switch (outcome) {
                case Landing.Outcome.Pending _ -> {}
                case Landing.Outcome.Completed(LandedCut landed) -> completed(lane.partition(), landed);
                case Landing.Outcome.Fenced _ ->
                    dropped(lane.partition(), held, "Kafka refused the commit of this member");
                case Landing.Outcome.Contradicted(String reason) -> throw new IllegalStateException(reason);
            }
        });
    }

    private void completed(TopicPartition partition, LandedCut landed) {
        Instant now = world.clock().instant();
        TopicTotals counted = TopicTotals.of(landed, now);
        totals.merge(partition.topic(), counted, TopicTotals::plus);
        world.events()
                .accept(new LoopEvent.Landed(
                        partition, landed.range(), landed.cause(), counted, Duration.between(landed.since(), now)));
    }

    private void dropped(TopicPartition partition, long records, String reason) {
        if (records > 0) {
            world.events().accept(new LoopEvent.Dropped(partition, records, reason));
        }
    }

    /// Lands what partitions that go hold, for as long as a rebalance may wait.
    void settleRevoked(Collection<Lane> lanes) {
        settle(lanes, CutCause.REVOKED, settings.revokeTimeout());
    }

    /// Lands what the lanes hold; gives up after `within`.
    void settle(Collection<Lane> lanes, CutCause cause, Duration within) {
        Instant deadline = world.clock().instant().plus(within);
        while (true) {
            for (Lane lane : lanes) {
                move(lane);
                if (lane.ready()) {
                    cut(lane, cause);
                }
            }
            boolean settled = lanes.stream().noneMatch(lane -> lane.landing().isPresent() || lane.ready());
            if (settled || !world.clock().instant().isBefore(deadline)) {
                return;
            }
            world.idle().pass(STEP);
        }
    }

    /// Lets go of what the lane holds.
    void drop(Lane lane, String reason) {
        long held = lane.heldRecords();
        lane.drop();
        dropped(lane.partition(), held, reason);
    }

    /// Nothing is held any more, so the other loops may use the memory.
    void release() {
        memory.hold(List.of());
    }

    /// See [OffsetCommits#doubtful].
    boolean doubtful(Lane lane) {
        return commits.doubtful(lane.partition());
    }

    /// Counts offsets that Kafka deleted before they could land.
    void gone(TopicPartition partition, OffsetRange range) {
        long offsets = range.end() - range.start();
        totals.merge(partition.topic(), TopicTotals.gone(offsets), TopicTotals::plus);
        world.events().accept(new LoopEvent.Gone(partition, range));
    }

    Map<String, TopicTotals> totals() {
        return totals;
    }
}
