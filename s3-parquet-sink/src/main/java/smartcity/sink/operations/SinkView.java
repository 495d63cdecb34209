package smartcity.sink.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.kafka.GroupProtocol;

/// The answer to `GET /sink/status`. A value that is null is unknown, or there is none.
///
/// @param at when the slowest loop completed its last turn: all that follows is of then
/// @param ageMillis what has passed since then [ms]; less than a second while every loop takes turns
/// @param paused why reading is paused; null while records are read
/// @param bucketFailure why the bucket does not answer; null while it does
/// @param awaitedTopics topics to land that do not exist, yet or any more
/// @param refusedTopics topics that are not landed, or not all partitions of which are, with a reason of each
/// @param heldRecords records read but not landed
/// @param heldBytes memory of everything that is held, and of finishing it [bytes, an estimate]
/// @param memoryBytes limit of `heldBytes`
/// @param threads the loops of this process
/// @param topics by name: those with partitions assigned to this process, and those of which it has landed something
record SinkView(
        Instant at,
        long ageMillis,
        Group group,
        boolean kafkaReached,
        @Nullable String paused,
        @Nullable String bucketFailure,
        List<String> awaitedTopics,
        Map<String, String> refusedTopics,
        long heldRecords,
        long heldBytes,
        long memoryBytes,
        List<Loop> threads,
        Map<String, Topic> topics) {

    /// The consumer group, and the protocol by which its members take part.
    record Group(String name, GroupProtocol protocol) {}

    /// A loop.
    ///
    /// @param turnedAt when it completed its last turn
    /// @param partitions number of partitions assigned to it
    /// @param heldBytes memory of what it holds [bytes, an estimate]
    record Loop(Instant turnedAt, int partitions, long heldBytes) {}

    /// A topic, since the process started.
    ///
    /// @param landed records landed: rows, dead letters and ignored records
    /// @param deadLetters of those, dead letters
    /// @param ignored of those, tombstones that left no row
    /// @param objects landed
    /// @param bytes of those objects
    /// @param lastObject key of the object landed last
    /// @param lastObjectAt when it was landed
    /// @param newestEvent newest event time landed
    /// @param lastReason why the dead letter that landed last could not become a row; null before the first
    /// @param goneOffsets offsets that Kafka deleted before they could land
    /// @param held records read but not landed
    /// @param remaining records that have not landed yet: those held, and `unreadRecords` of the partitions;
    ///     null while one of these is unknown
    /// @param lag sum of the partitions' lag; null while one of them is unknown
    record Topic(
            long landed,
            long deadLetters,
            long ignored,
            long objects,
            long bytes,
            @Nullable String lastObject,
            @Nullable Instant lastObjectAt,
            @Nullable Instant newestEvent,
            @Nullable String lastReason,
            long goneOffsets,
            long held,
            @Nullable Long remaining,
            @Nullable Long lag,
            List<Partition> partitions) {}

    /// A partition assigned to this process.
    ///
    /// @param committed the first offset that is not committed as landed
    /// @param position the next offset to be read
    /// @param end the offset after the partition's last record
    /// @param lag offsets from `position` to `end`: not read yet. Offsets that hold no record (transaction markers,
    ///     compacted records) count; records read but not landed do not
    /// @param heldRecords records read but not landed
    /// @param unreadRecords records not read yet: an estimate, by the share of records among the offsets
    ///     that were read last of the partition; 0 once all is read
    /// @param heldBytes memory they take [bytes, an estimate]
    /// @param windows objects that the open batch will become
    /// @param openedAt when the first record of the open batch was read
    /// @param pendingCut the range that is landing
    /// @param pendingSince since when it has been landing
    /// @param unlandedSince since when the partition has had a record that has not landed, read or not:
    ///     when this process first saw it, or the partition's end behind it. Early by a second or a
    ///     thirtieth of the age. A record that was there before this process counts from its start on. Null
    ///     when no such record is known
    /// @param blocked why it is not landed until an operator removes the reason
    record Partition(
            int partition,
            @Nullable Long committed,
            @Nullable Long position,
            @Nullable Long end,
            @Nullable Long lag,
            long heldRecords,
            @Nullable Long unreadRecords,
            long heldBytes,
            int windows,
            @Nullable Instant openedAt,
            @Nullable OffsetRange pendingCut,
            @Nullable Instant pendingSince,
            @Nullable Instant unlandedSince,
            @Nullable String blocked) {}
}
