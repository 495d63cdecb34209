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
import smartcity.sink.batch.PartitionBatch;
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
        PartitionBatch open = lane.open();
        if (open == null) {
            return Optional.empty();
        }
        return flushes.wants(lane)
                ? Optional.of(CutCause.FLUSH)
                : settings.rollover().due(open, now);
    }

    private void cut(Lane lane, CutCause cause) {
        lane.cut(cause);
        move(lane);
    }

    private void move(Lane lane) {
        long held = lane.heldRecords();
        Landing current = lane.landing();
        if (current != null && current.since == null) {
            current.since = world.clock().instant();
        }
        Landing landed = lane.advance(commits, uploading);
        if (landed != null) {
            landed(lane.partition(), landed);
        }
        if (lane.dropped() && held > 0) {
            world.events()
                    .accept(new LoopEvent.Dropped(lane.partition(), held, "Kafka refused the commit of this member"));
        }
    }

    private void landed(TopicPartition partition, Landing landed) {
        Instant now = world.clock().instant();
        TopicTotals counted = TopicTotals.of(landed, now);
        totals.merge(partition.topic(), counted, TopicTotals::plus);
        Instant since = landed.since == null ? now : landed.since;
        world.events()
                .accept(new LoopEvent.Landed(
                        partition, landed.range(), landed.cause, counted, Duration.between(since, now)));
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
            boolean settled = lanes.stream().noneMatch(lane -> lane.landing() != null || lane.ready());
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
        if (held > 0) {
            world.events().accept(new LoopEvent.Dropped(lane.partition(), held, reason));
        }
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
