package smartcity.audit.report;

import org.jspecify.annotations.Nullable;

/// The audit of one partition in one era of its topic.
///
/// @param era of the topic, audited by itself; 0 for the first
/// @param objects number of objects, those of dead letters included
/// @param rows number of rows, dead letters included
/// @param deadLetters number of dead letters
/// @param bytes size of the objects
/// @param firstOffset the lowest in an object's name; null when there is no object
/// @param nextOffset the offset after the highest in an object's name; null when there is no object
/// @param earliest Kafka's first offset; null when Kafka was not read or does not have the partition
/// @param committed the first offset that the group has not committed as landed; null when it has committed none
/// @param pendingEnd end of the pending cut; null when there is none
/// @param pendingObjects number of objects of that cut in the lake
/// @param withoutRows number of offsets within ranges that have no row: transaction markers and compacted records
/// @param compared number of Kafka's records that were compared one by one
/// @param notComparable number of objects whose records could not be compared with Kafka's by checksum
/// @param findings number of findings
public record PartitionAuditReport(
        int partition,
        int era,
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
        long notComparable,
        long findings) {}
