package smartcity.sink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LaneStatus;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.TopicTotals;

/// The status as `GET /sink/status` tells it.
///
/// @param paused why nothing is read; null when it is
/// @param bucketTrouble why the bucket does not answer; null while it does
/// @param refusedTopics topics that match the pattern but are not landed, with the reason of each
/// @param topics by name: those that partitions are assigned of, and those something has landed of
record SinkView(
        Instant at,
        boolean kafkaReached,
        @Nullable String paused,
        @Nullable String bucketTrouble,
        List<String> awaitedTopics,
        Map<String, String> refusedTopics,
        long heldRecords,
        long heldBytes,
        Map<String, Topic> topics) {

    /// A topic, since the process started.
    ///
    /// @param landed rows and dead letters in the bucket
    /// @param deadLetters of those
    /// @param ignored of those, tombstones that left no row
    /// @param lag records not read yet in the partitions assigned here; -1 when it is not known
    /// @param held records read but not landed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Topic(
            long landed,
            long deadLetters,
            long ignored,
            long objects,
            long bytes,
            @Nullable String lastObject,
            long goneOffsets,
            long held,
            long lag,
            List<Partition> partitions) {}

    /// See [LaneStatus].
    record Partition(
            int partition,
            long committed,
            long position,
            long end,
            long lag,
            long heldRecords,
            long heldBytes,
            @Nullable Instant openedAt,
            @Nullable OffsetRange pendingCut) {}

    static SinkView of(LoopStatus status, String waitingFor) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(status.totals().keySet());
        status.lanes().forEach(lane -> names.add(lane.topic()));
        names.forEach(name -> topics.put(name, topic(name, status)));
        String trouble = waitingFor.isEmpty() ? status.storeTrouble() : waitingFor;
        return new SinkView(
                status.turnedAt(),
                status.kafkaReached(),
                orNull(status.paused()),
                orNull(trouble),
                status.awaitedTopics().stream().sorted().toList(),
                new TreeMap<>(status.refusedTopics()),
                status.lanes().stream().mapToLong(LaneStatus::heldRecords).sum(),
                status.lanes().stream().mapToLong(LaneStatus::heldBytes).sum(),
                topics);
    }

    private static Topic topic(String name, LoopStatus status) {
        TopicTotals totals = status.totals().getOrDefault(name, TopicTotals.NONE);
        List<Partition> partitions = new ArrayList<>();
        long held = 0;
        long lag = 0;
        for (LaneStatus lane : status.lanes()) {
            if (lane.topic().equals(name)) {
                partitions.add(partition(lane));
                held += lane.heldRecords();
                lag = lag < 0 || lane.lag() < 0 ? -1 : lag + lane.lag();
            }
        }
        return new Topic(
                totals.records(),
                totals.deadLetters(),
                totals.ignored(),
                totals.objects(),
                totals.bytes(),
                orNull(totals.lastObject()),
                totals.goneOffsets(),
                held,
                lag,
                partitions);
    }

    private static Partition partition(LaneStatus lane) {
        return new Partition(
                lane.partition(),
                lane.committed(),
                lane.position(),
                lane.end(),
                lane.lag(),
                lane.heldRecords(),
                lane.heldBytes(),
                lane.openedAt(),
                lane.pendingCut());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
