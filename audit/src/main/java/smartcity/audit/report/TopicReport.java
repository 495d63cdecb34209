package smartcity.audit.report;

import java.util.List;
import java.util.function.ToLongFunction;

/// One topic, as the lake has it.
public record TopicReport(String topic, List<PartitionReport> partitions) {
    public TopicReport {
        partitions = List.copyOf(partitions);
    }

    long sum(ToLongFunction<PartitionReport> part) {
        return partitions.stream().mapToLong(part).sum();
    }
}
