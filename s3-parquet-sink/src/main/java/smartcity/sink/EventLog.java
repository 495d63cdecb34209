package smartcity.sink;

import java.util.function.Consumer;
import org.jboss.logging.Logger;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LoopEvent;

/// Writes what happens in the loop to the log.
final class EventLog implements Consumer<LoopEvent> {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    @Override
    public void accept(LoopEvent event) {
        switch (event) {
            case LoopEvent.Assigned e ->
                LOG.infof("Assigned partition=%s offset=%d origin=%s", e.partition(), e.offset(), e.origin());
            case LoopEvent.Replaying e ->
                LOG.infof("Replaying cut partition=%s offsets=%s", e.partition(), text(e.range()));
            case LoopEvent.RulesChanged e ->
                LOG.warnf(
                        "Completing a cut by other rules than it was made by, so its objects may have other rows"
                                + " partition=%s offsets=%s before=%s now=%s",
                        e.partition(), text(e.range()), e.before(), e.now());
            case LoopEvent.Stored e ->
                LOG.infof(
                        "Stored object key=%s records=%d offsets=%s bytes=%d before=%s",
                        e.key(), e.records(), text(e.range()), e.bytes(), e.before());
            case LoopEvent.Landed e ->
                LOG.debugf(
                        "Landed cut partition=%s offsets=%s records=%d cause=%s",
                        e.partition(), text(e.range()), e.records(), e.cause());
            case LoopEvent.StoreFailed e ->
                LOG.warnf(
                        "Failed to reach bucket failures=%d retryIn=%s reason=%s",
                        e.failures(), e.retryIn(), e.reason());
            case LoopEvent.StoreRecovered _ -> LOG.info("Reached bucket again");
            case LoopEvent.Dropped e ->
                LOG.warnf(
                        "Dropped held records partition=%s records=%d reason=%s",
                        e.partition(), e.records(), e.reason());
            case LoopEvent.Gone e ->
                LOG.errorf(
                        "Lost records that Kafka deleted before they landed partition=%s offsets=%s",
                        e.partition(), text(e.range()));
            case LoopEvent.Rejoining _ -> LOG.warn("Rejoining the group, as a commit may still be on its way");
            case LoopEvent.Paused e when e.reason().isEmpty() -> LOG.info("Resumed reading");
            case LoopEvent.Paused e -> LOG.warnf("Paused reading reason=%s", e.reason());
            case LoopEvent.Refused e when e.topics().isEmpty() -> LOG.info("Landing all topics that match");
            case LoopEvent.Refused e -> LOG.warnf("Not landing topics that match reasons=%s", e.topics());
            case LoopEvent.Awaiting e when e.topics().isEmpty() -> LOG.info("Found all topics");
            case LoopEvent.Awaiting e -> LOG.infof("Awaiting topics names=%s", e.topics());
        }
    }

    private static String text(OffsetRange range) {
        return range.start() + "-" + (range.end() - 1);
    }
}
