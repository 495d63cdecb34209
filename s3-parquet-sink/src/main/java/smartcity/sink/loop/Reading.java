package smartcity.sink.loop;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;

/// Reads on or pauses: while the bucket does not answer, and while too much is held. A paused consumer stays a
/// member of its group.
final class Reading {
    private static final String FULL = "memory is full";

    private final Consumer<?, ?> consumer;
    private final LoopSettings settings;
    private final Surroundings world;
    private String paused = "";

    Reading(Consumer<?, ?> consumer, LoopSettings settings, Surroundings world) {
        this.consumer = consumer;
        this.settings = settings;
        this.world = world;
    }

    /// Pauses or resumes, as `lanes` and the bucket's `trouble` demand.
    void adjust(Lanes lanes, String trouble) {
        String reason = reason(Landings.heldBytes(lanes.running()), trouble);
        if (!reason.equals(paused)) {
            paused = reason;
            world.events().accept(new LoopEvent.Paused(reason));
        }
        List<TopicPartition> wanted = lanes.running().stream()
                .filter(lane -> reason.isEmpty() || lane.replaying())
                .map(Lane::partition)
                .toList();
        consumer.resume(wanted);
        consumer.pause(consumer.assignment().stream()
                .filter(partition -> !wanted.contains(partition))
                .toList());
    }

    private String reason(long heldBytes, String trouble) {
        if (!trouble.isEmpty()) {
            return "the bucket does not answer";
        }
        boolean full = heldBytes >= settings.maxBytes();
        boolean stillFull = paused.equals(FULL) && heldBytes >= settings.nearlyFullBytes();
        return full || stillFull ? FULL : "";
    }

    /// Why nothing is read; empty when it is.
    String paused() {
        return paused;
    }

    /// Whether a broker is connected.
    boolean connected() {
        for (Metric metric : consumer.metrics().values()) {
            if (metric.metricName().name().equals("connection-count")) {
                return metric.metricValue() instanceof Double count && count > 0;
            }
        }
        return false;
    }
}
