package smartcity.sink.operations;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger.Level;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LoopEvent;

/// Writes events of the loops to the log.
///
/// @param json as [OperationsConfig#logJson]
record EventLog(boolean json) {
    // One case for each event makes this method long.
    void write(LoopEvent event) {
        switch (event) {
            case LoopEvent.Rebalanced e ->
                line("Rebalanced group")
                        .with("change", e.change())
                        .with("partitions", names(e))
                        .write(Level.INFO);
            case LoopEvent.Assigned e ->
                line("Assigned", e.partition())
                        .with("offset", e.offset())
                        .with("origin", e.origin())
                        .write(Level.INFO);
            case LoopEvent.Replaying e ->
                line("Replaying cut", e.partition(), e.range()).write(Level.INFO);
            case LoopEvent.RulesChanged e ->
                line(
                                "Completing a cut under changed record rules, so its objects may have other rows",
                                e.partition(),
                                e.range())
                        .with("rulesBefore", e.before())
                        .with("rulesNow", e.now())
                        .write(Level.WARN);
            case LoopEvent.Stored e ->
                line("Stored object")
                        .with("key", e.key())
                        .with("records", e.records())
                        .with("offsets", text(e.range()))
                        .with("bytes", e.bytes())
                        .with("alreadyStored", e.before())
                        .write(Level.INFO);
            case LoopEvent.Landed e ->
                line("Landed cut", e.partition(), e.range())
                        .with("records", e.counted().records())
                        .with("cause", e.cause())
                        .with("took", e.took())
                        .write(Level.DEBUG);
            case LoopEvent.Listing e ->
                line("Listing objects to find where partitions resume")
                        .with("topic", e.topic())
                        .with("names", e.names())
                        .write(Level.INFO);
            case LoopEvent.StoreFailed e ->
                line("Failed to reach bucket")
                        .with("failures", e.failures())
                        .with("retryIn", e.retryIn())
                        .with("reason", e.reason())
                        .write(Level.WARN);
            case LoopEvent.StoreRecovered _ -> line("Reached bucket again").write(Level.INFO);
            case LoopEvent.Dropped e ->
                line("Dropped held records", e.partition())
                        .with("records", e.records())
                        .with("reason", e.reason())
                        .write(Level.WARN);
            case LoopEvent.Blocked e ->
                line("Not landing partition", e.partition())
                        .with("reason", e.reason())
                        .write(Level.ERROR);
            case LoopEvent.Skipped e ->
                line("Skipped records that have not landed", e.partition(), e.range())
                        .write(Level.WARN);
            case LoopEvent.Gone e ->
                line("Lost records that Kafka deleted before they landed", e.partition(), e.range())
                        .write(Level.ERROR);
            case LoopEvent.Rejoining _ ->
                line("Rejoining the group because an earlier commit may still take effect")
                        .write(Level.WARN);
            case LoopEvent.Paused(String reason) ->
                line("Paused reading").with("reason", reason).write(Level.WARN);
            case LoopEvent.Resumed _ -> line("Resumed reading").write(Level.INFO);
            case LoopEvent.Refused e
            when e.topics().isEmpty() -> line("Landing all topics").write(Level.INFO);
            case LoopEvent.Refused e ->
                line("Not landing topics").with("reasons", e.topics()).write(Level.WARN);
            case LoopEvent.Awaiting e -> awaiting(e.topics());
        }
    }

    private void awaiting(Set<String> topics) {
        if (topics.isEmpty()) {
            line("Found all topics").write(Level.INFO);
        } else {
            line("Awaiting topics").with("names", topics).write(Level.INFO);
        }
    }

    private LogLine line(String text) {
        return new LogLine(json, text);
    }

    private LogLine line(String text, TopicPartition partition) {
        return line(text).with("topic", partition.topic()).with("partition", partition.partition());
    }

    private LogLine line(String text, TopicPartition partition, OffsetRange range) {
        return line(text, partition).with("offsets", text(range));
    }

    private static String names(LoopEvent.Rebalanced event) {
        return event.partitions().stream()
                .map(TopicPartition::toString)
                .sorted()
                .toList()
                .toString();
    }

    private static String text(OffsetRange range) {
        return range.start() + "-" + (range.end() - 1);
    }
}
