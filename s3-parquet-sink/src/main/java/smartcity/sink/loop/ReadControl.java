package smartcity.sink.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;

/// Pauses and resumes reading. Reading pauses on request, while the bucket does not answer, and while too much is
/// held. A paused consumer stays a member of its group.
final class ReadControl {
    private static final String FULL = "memory is full";
    private static final String REQUESTED = "requested";

    private final Consumer<?, ?> consumer;
    private final LandingScheduler landings;
    private final LoopContext context;
    private Optional<String> paused = Optional.empty();
    private boolean full;
    private volatile boolean pauseRequested;

    ReadControl(Consumer<?, ?> consumer, LandingScheduler landings, LoopContext context) {
        this.consumer = consumer;
        this.landings = landings;
        this.context = context;
    }

    /// Pauses or resumes, as `lanes` and the bucket's `failure` demand. Only partitions of lanes are touched: the
    /// consumer's own assignment changes on another thread, and to pause a revoked partition is an error.
    void adjust(AssignedLanes lanes, Optional<String> failure) {
        Optional<String> reason = reason(failure);
        if (!reason.equals(paused)) {
            paused = reason;
            context.events().accept(reason.<LoopEvent>map(LoopEvent.Paused::new).orElse(new LoopEvent.Resumed()));
        }
        List<TopicPartition> readable = readable(lanes.running()).toList();
        Set<TopicPartition> pausedAlready = consumer.paused();
        consumer.resume(readable.stream().filter(pausedAlready::contains).toList());
        consumer.pause(lanes.all().stream()
                .map(Lane::partition)
                .filter(partition -> !readable.contains(partition) && !pausedAlready.contains(partition))
                .toList());
    }

    /// Pauses everything: the loop stops. What a rebalance still assigns is paused by then, as every new lane is.
    void end(AssignedLanes lanes) {
        consumer.pause(lanes.all().stream().map(Lane::partition).toList());
    }

    /// A pending cut frees memory only when it has been read to its end, so reading continues for it. When memory is
    /// full, pending cuts are read one after the other, as this member may have those of many members.
    private Stream<TopicPartition> readable(List<Lane> running) {
        if (paused.isEmpty()) {
            return running.stream()
                    .filter(lane -> lane.readable() && !lane.waiting())
                    .map(Lane::partition);
        }
        return running.stream()
                .filter(lane -> lane.readable() && lane.replaying())
                .filter(lane -> full ? landings.mustComplete(lane) : !lane.waiting())
                .map(Lane::partition);
    }

    private Optional<String> reason(Optional<String> failure) {
        full = landings.memoryFull(full);
        if (pauseRequested) {
            return Optional.of(REQUESTED);
        }
        if (failure.isPresent()) {
            return Optional.of("the bucket does not answer");
        }
        return full ? Optional.of(FULL) : Optional.empty();
    }

    /// Pauses reading until the request is withdrawn; from any thread.
    void requestPause(boolean requested) {
        pauseRequested = requested;
    }

    /// Why nothing is read; empty when it is.
    Optional<String> paused() {
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
