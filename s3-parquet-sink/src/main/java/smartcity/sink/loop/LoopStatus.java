package smartcity.sink.loop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The loop as it was at one instant.
///
/// @param turnedAt when the loop's last turn ended
/// @param kafkaReached whether a broker is connected
/// @param storeTrouble why the bucket does not answer; empty while it does
/// @param paused why nothing is read; empty when it is
/// @param awaitedTopics topics that do not exist yet
/// @param totals by topic
/// @param lanes by topic and partition
public record LoopStatus(
        Instant turnedAt,
        boolean kafkaReached,
        String storeTrouble,
        String paused,
        Set<String> awaitedTopics,
        Map<String, TopicTotals> totals,
        List<LaneStatus> lanes) {
    public LoopStatus {
        awaitedTopics = Set.copyOf(awaitedTopics);
        totals = Map.copyOf(totals);
        lanes = List.copyOf(lanes);
    }
}
