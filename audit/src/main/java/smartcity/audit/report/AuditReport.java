package smartcity.audit.report;

import java.util.List;
import java.util.function.ToLongFunction;

/// What an audit has found.
///
/// @param lake where the objects are
/// @param kafka what Kafka was asked
/// @param topics in alphabetical order
/// @param findings the first of them; see `findingCount`
/// @param findingCount how many there are
/// @param notes what a reader should know and is no fault
/// @param seconds how long it took
public record AuditReport(
        String lake,
        KafkaUse kafka,
        List<TopicAuditReport> topics,
        List<Finding> findings,
        long findingCount,
        List<String> notes,
        double seconds) {
    /// How much of the proof rests on Kafka.
    public enum KafkaUse {
        /// None: what the lake says of itself.
        NONE,
        /// The partitions' first offsets and the group's committed ones.
        OFFSETS,
        /// Every record, by its offset.
        EVERY_RECORD
    }

    public AuditReport {
        topics = List.copyOf(topics);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// Whether nothing is wrong.
    public boolean clean() {
        return findingCount == 0;
    }

    /// Adds up something over all partitions.
    public long sum(ToLongFunction<PartitionAuditReport> part) {
        return topics.stream().mapToLong(topic -> topic.sum(part)).sum();
    }
}
