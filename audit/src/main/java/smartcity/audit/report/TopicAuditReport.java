package smartcity.audit.report;

import java.util.List;
import java.util.function.ToLongFunction;

/// The audit of one topic.
public record TopicAuditReport(String topic, List<PartitionAuditReport> partitions) {
    public TopicAuditReport {
        partitions = List.copyOf(partitions);
    }

    long sum(ToLongFunction<PartitionAuditReport> part) {
        return partitions.stream().mapToLong(part).sum();
    }
}
