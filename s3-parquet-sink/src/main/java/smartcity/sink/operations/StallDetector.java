package smartcity.sink.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;

/// Finds partitions that make no step for too long, whatever the reason.
///
/// @param after how long is too long
record StallDetector(Duration after) {
    StallDetector {
        if (!after.isPositive()) {
            throw new IllegalArgumentException("wedged-after must be positive but was " + after);
        }
    }

    /// What is wedged at `now`, and how; empty when nothing is.
    Optional<String> in(List<LoopStatus> loops, Instant now) {
        return loops.stream().flatMap(loop -> in(loop, now)).findFirst();
    }

    private Stream<String> in(LoopStatus loop, Instant now) {
        return loop.lanes().stream()
                .flatMap(lane -> Stream.of(landing(lane, now), reading(lane, loop, now)))
                .flatMap(Optional::stream);
    }

    /// A cut that does not get through.
    private Optional<String> landing(LaneStatus lane, Instant now) {
        Instant since = lane.pendingSince();
        return since == null || since.plus(after).isAfter(now)
                ? Optional.empty()
                : Optional.of(name(lane) + " has been landing a cut since " + since);
    }

    /// Records that nobody reads although nothing holds reading.
    private Optional<String> reading(LaneStatus lane, LoopStatus loop, Instant now) {
        boolean mayStand =
                !loop.paused().isEmpty() || lane.standsSince().plus(after).isAfter(now);
        if (mayStand) {
            return Optional.empty();
        }
        return Optional.of(
                lane.position() < 0
                        ? name(lane) + " does not know where to go on since " + lane.standsSince()
                        : name(lane) + " has read nothing since " + lane.standsSince() + " though its lag is "
                                + lane.lag());
    }

    private static String name(LaneStatus lane) {
        return lane.topic() + "-" + lane.partition();
    }
}
