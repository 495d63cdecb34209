package smartcity.sink.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.GroupProtocol;

/// The status as `GET /sink/status` tells it.
///
/// @param at when the slowest of the loops turned last
/// @param paused why nothing is read; null when it is
/// @param bucketTrouble why the bucket does not answer; null while it does
/// @param refusedTopics topics that match the pattern but are not landed, with the reason of each
/// @param heldBytes memory of all that is held [bytes, an estimate]
/// @param memoryBytes what it may be
/// @param threads the loops of this process
/// @param topics by name: those that partitions are assigned of, and those something has landed of
record SinkView(
        Instant at,
        Group group,
        boolean kafkaReached,
        @Nullable String paused,
        @Nullable String bucketTrouble,
        List<String> awaitedTopics,
        Map<String, String> refusedTopics,
        long heldRecords,
        long heldBytes,
        long memoryBytes,
        List<Turning> threads,
        Map<String, Topic> topics) {

    /// The consumer group, and how its members take part in it.
    record Group(String name, GroupProtocol protocol) {}

    /// A loop.
    ///
    /// @param turnedAt when it turned last
    /// @param partitions how many it has
    record Turning(Instant turnedAt, int partitions, long heldBytes) {}

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
            @Nullable Instant lastObjectAt,
            @Nullable Instant newestEvent,
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
            int windows,
            @Nullable Instant openedAt,
            @Nullable OffsetRange pendingCut,
            @Nullable Instant pendingSince) {}
}
