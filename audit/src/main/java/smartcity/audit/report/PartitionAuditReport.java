package smartcity.audit.report;

import org.jspecify.annotations.Nullable;

/// One partition, as the lake has it.
///
/// @param objects of them, those of dead letters included
/// @param rows rows and dead letters
/// @param deadLetters of those
/// @param bytes of the objects
/// @param firstOffset the lowest in an object's name; null when there is no object
/// @param nextOffset the first behind the highest in an object's name; null when there is no object
/// @param earliest Kafka's first offset; null when Kafka was not asked or does not know the partition
/// @param committed the first offset that the group has not committed as landed; null when it has committed none
/// @param pendingEnd end of the cut that is under way; null when there is none
/// @param pendingObjects objects of that cut that are there
/// @param withoutRows offsets within ranges that have no row: transaction markers and what compaction removed
/// @param compared records of Kafka that were compared one by one
/// @param findings how many
public record PartitionAuditReport(
        int partition,
        long objects,
        long rows,
        long deadLetters,
        long bytes,
        @Nullable Long firstOffset,
        @Nullable Long nextOffset,
        @Nullable Long earliest,
        @Nullable Long committed,
        @Nullable Long pendingEnd,
        long pendingObjects,
        long withoutRows,
        long compared,
        long findings) {}
