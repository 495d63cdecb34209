package smartcity.audit.report;

import java.util.List;
import java.util.function.ToLongFunction;

/// The result of an audit.
///
/// @param lake address of the lake
/// @param kafka what was read from Kafka
/// @param topics in alphabetical order
/// @param findings the first of them; see `findingCount`
/// @param findingCount number of all findings
/// @param notes remarks that are not faults
/// @param seconds duration of the audit [s]
public record AuditReport(
        String lake,
        KafkaUse kafka,
        List<TopicAuditReport> topics,
        List<Finding> findings,
        long findingCount,
        List<String> notes,
        double seconds) {
    /// What the proof uses of Kafka.
    public enum KafkaUse {
        /// Nothing: the lake alone.
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

    /// Whether there is no finding.
    public boolean clean() {
        return findingCount == 0;
    }

    /// Whether Kafka was read and the group has committed an offset of any partition: only then is it known what must
    /// have landed.
    public boolean committed() {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .anyMatch(partition -> partition.committed() != null);
    }

    /// Sums a part of the report over all partitions.
    public long sum(ToLongFunction<PartitionAuditReport> part) {
        return topics.stream().mapToLong(topic -> topic.sum(part)).sum();
    }
}
