package smartcity.sink.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The loop as it was at one instant.
///
/// @param turnedAt when the loop's last turn ended
/// @param kafkaReached whether a broker is connected
/// @param bucketFailure why the bucket does not answer; null while it does
/// @param paused why reading is paused; null while it is not
/// @param awaitedTopics topics that do not exist, yet or any more
/// @param refusedTopics topics that should be landed but cannot be, with the reason of each
/// @param totals by topic
/// @param lanes by topic and partition
public record LoopStatus(
        Instant turnedAt,
        boolean kafkaReached,
        @Nullable String bucketFailure,
        @Nullable String paused,
        Set<String> awaitedTopics,
        Map<String, String> refusedTopics,
        Map<String, TopicTotals> totals,
        List<LaneStatus> lanes) {
    public LoopStatus {
        awaitedTopics = Set.copyOf(awaitedTopics);
        refusedTopics = Map.copyOf(refusedTopics);
        totals = Map.copyOf(totals);
        lanes = List.copyOf(lanes);
    }

    /// All loops of a process as one: `turnedAt` is that of the slowest, and a failure is that of any of them.
    ///
    /// @param loops at least one
    public static LoopStatus together(List<LoopStatus> loops) {
        Map<String, TopicTotals> totals = new HashMap<>();
        Map<String, String> refused = new HashMap<>();
        loops.forEach(loop -> refused.putAll(loop.refusedTopics));
        loops.forEach(loop -> loop.totals.forEach((topic, some) -> totals.merge(topic, some, TopicTotals::plus)));
        return new LoopStatus(
                loops.stream().map(LoopStatus::turnedAt).min(Instant::compareTo).orElseThrow(),
                loops.stream().allMatch(LoopStatus::kafkaReached),
                first(loops, LoopStatus::bucketFailure),
                first(loops, LoopStatus::paused),
                loops.stream().flatMap(loop -> loop.awaitedTopics.stream()).collect(Collectors.toSet()),
                refused,
                totals,
                loops.stream()
                        .flatMap(loop -> loop.lanes.stream())
                        .sorted(Comparator.comparing(LaneStatus::topic).thenComparingInt(LaneStatus::partition))
                        .toList());
    }

    /// The same, with times of another clock.
    public LoopStatus timed(UnaryOperator<Instant> time) {
        Map<String, TopicTotals> timed = new HashMap<>();
        totals.forEach((topic, some) -> timed.put(topic, some.timed(time)));
        return new LoopStatus(
                time.apply(turnedAt),
                kafkaReached,
                bucketFailure,
                paused,
                awaitedTopics,
                refusedTopics,
                timed,
                lanes.stream().map(lane -> lane.timed(time)).toList());
    }

    private static @Nullable String first(List<LoopStatus> loops, Function<LoopStatus, @Nullable String> text) {
        for (LoopStatus loop : loops) {
            String some = text.apply(loop);
            if (some != null) {
                return some;
            }
        }
        return null;
    }
}
