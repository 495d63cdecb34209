package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicIdentity;

/// Looks at the markers of running lanes again and again: an operator, or a rule of the bucket, may delete or replace
/// one while the sink runs, and then another group may have been let in. For the loop's thread.
final class MarkerWatch {
    /// How often [chosen: a request for each topic].
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final TopicMarkers markers;
    private final Map<String, Instant> nextLooks = new HashMap<>();

    MarkerWatch(TopicMarkers markers) {
        this.markers = markers;
    }

    /// The partitions that must not be landed any more, each with the reason. Stores what is missing.
    Map<TopicPartition, String> objections(Collection<Lane> running, Instant now) {
        Map<TopicPartition, String> reasons = new HashMap<>();
        for (Lane lane : running) {
            String topic = lane.partition().topic();
            Instant next = nextLooks.computeIfAbsent(topic, _ -> now.plus(EVERY));
            Optional<TopicIdentity> origin = lane.origin();
            if (now.isBefore(next) || origin.isEmpty()) {
                continue;
            }
            switch (markers.again(lane.topic(), origin.get())) {
                case TopicMarkers.State.Unknown _, TopicMarkers.State.Absent _ -> {
                    continue;
                }
                case TopicMarkers.State.Unreadable(String reason) -> block(topic, running, reason, reasons);
                case TopicMarkers.State.Present(var marker) ->
                    markers.objection(marker, origin.get()).ifPresent(reason -> block(topic, running, reason, reasons));
            }
            nextLooks.put(topic, now.plus(EVERY));
        }
        return reasons;
    }

    private static void block(
            String topic, Collection<Lane> running, String reason, Map<TopicPartition, String> reasons) {
        List<TopicPartition> all = running.stream()
                .map(Lane::partition)
                .filter(partition -> partition.topic().equals(topic))
                .toList();
        all.forEach(partition -> reasons.put(partition, reason));
    }
}
