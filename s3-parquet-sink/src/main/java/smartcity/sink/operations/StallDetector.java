package smartcity.sink.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;

/// Finds partitions that have made no progress for too long, whatever the reason.
///
/// @param after how long is too long
record StallDetector(Duration after) {
    StallDetector {
        if (!after.isPositive()) {
            throw new IllegalArgumentException("sink.stalled-after must be positive but was " + after);
        }
    }

    /// The first stalled partition at `now`, with what it does not do and since when; empty when none is stalled.
    Optional<String> firstStall(List<LoopStatus> loops, Instant now) {
        return loops.stream().flatMap(loop -> stalls(loop, now)).findFirst();
    }

    private Stream<String> stalls(LoopStatus loop, Instant now) {
        return loop.lanes().stream()
                .flatMap(lane -> Stream.of(landing(lane, now), reading(lane, loop, now)))
                .flatMap(Optional::stream);
    }

    /// A cut that does not land.
    private Optional<String> landing(LaneStatus lane, Instant now) {
        Instant since = lane.pendingSince();
        return since == null || since.plus(after).isAfter(now)
                ? Optional.empty()
                : Optional.of(name(lane) + " has been landing a cut since " + since);
    }

    /// A partition that is not read although records wait and reading is not paused, or that has no position.
    private Optional<String> reading(LaneStatus lane, LoopStatus loop, Instant now) {
        boolean allowed = loop.paused() != null
                || lane.blocked() != null
                || lane.noProgressSince().plus(after).isAfter(now);
        if (allowed) {
            return Optional.empty();
        }
        return Optional.of(
                lane.position() == null
                        ? name(lane) + " has had no position since " + lane.noProgressSince()
                        : name(lane) + " has not been read since " + lane.noProgressSince() + " although its lag is "
                                + lane.lag());
    }

    private static String name(LaneStatus lane) {
        return lane.topic() + "-" + lane.partition();
    }
}
