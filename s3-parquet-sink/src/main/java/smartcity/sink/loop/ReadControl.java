package smartcity.sink.loop;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;

/// Reads on or pauses: while somebody wants it, while the bucket does not answer, and while too much is held. A paused
/// consumer stays a member of its group.
final class ReadControl {
    private static final String FULL = "memory is full";
    private static final String ASKED = "it was asked for";

    private final Consumer<?, ?> consumer;
    private final LandingScheduler landings;
    private final LoopContext world;
    private String paused = "";
    private boolean full;
    private volatile boolean held;

    ReadControl(Consumer<?, ?> consumer, LandingScheduler landings, LoopContext world) {
        this.consumer = consumer;
        this.landings = landings;
        this.world = world;
    }

    /// Pauses or resumes, as `lanes` and the bucket's `trouble` demand. Only what lanes have is touched: the consumer's
    /// own assignment changes on another thread, and to pause what has just been revoked is an error.
    void adjust(AssignedLanes lanes, String trouble) {
        String reason = reason(trouble);
        if (!reason.equals(paused)) {
            paused = reason;
            world.events().accept(new LoopEvent.Paused(reason));
        }
        List<TopicPartition> wanted = wanted(lanes.running()).toList();
        Set<TopicPartition> resting = consumer.paused();
        consumer.resume(wanted.stream().filter(resting::contains).toList());
        consumer.pause(lanes.all().stream()
                .map(Lane::partition)
                .filter(partition -> !wanted.contains(partition) && !resting.contains(partition))
                .toList());
    }

    /// A pending cut frees memory only when it has been read to its end, so reading goes on for it; but one after the
    /// other when memory is full, as those of many members may have come together here.
    private Stream<TopicPartition> wanted(List<Lane> running) {
        if (paused.isEmpty()) {
            return running.stream().filter(lane -> !lane.waiting()).map(Lane::partition);
        }
        return running.stream()
                .filter(Lane::replaying)
                .map(Lane::partition)
                .sorted(Comparator.comparing(TopicPartition::toString))
                .limit(full ? 1 : Long.MAX_VALUE);
    }

    private String reason(String trouble) {
        full = landings.memoryFull(full);
        if (held) {
            return ASKED;
        }
        if (!trouble.isEmpty()) {
            return "the bucket does not answer";
        }
        return full ? FULL : "";
    }

    /// Holds reading until it is told otherwise; from any thread.
    void hold(boolean wanted) {
        held = wanted;
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
