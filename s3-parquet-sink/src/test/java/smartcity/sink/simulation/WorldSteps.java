package smartcity.sink.simulation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The steps that a schedule has reached, and which topics may be blocked for one of them.
final class WorldSteps {
    private final Map<WorldStep, Integer> counts = new EnumMap<>(WorldStep.class);
    private final Set<String> disturbed = new HashSet<>();

    /// Something happened that need not disturb the landing.
    void count(WorldStep step) {
        counts.merge(step, 1, Integer::sum);
    }

    /// Something happened for which the sink may block partitions of the topic.
    void disturb(WorldStep step, String topic) {
        count(step);
        disturbed.add(topic);
    }

    void disturbAll(WorldStep step) {
        count(step);
        disturbed.addAll(SimTopics.NAMES);
    }

    /// Whether a partition of the topic may be blocked.
    boolean mayBlock(String topic) {
        return disturbed.contains(topic);
    }

    /// An operator has opened an era for the topic, so it must not be blocked for what happened before.
    void settled(String topic) {
        disturbed.remove(topic);
    }

    Map<WorldStep, Integer> counts() {
        return counts;
    }
}
