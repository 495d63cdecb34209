package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.report.PartitionAuditReport;
import smartcity.audit.report.TopicAuditReport;

/// What a reader should know of an audit and is no fault of the lake.
final class AuditNotes {
    private AuditNotes() {}

    static List<String> of(ObjectInventory inventory, List<TopicAuditReport> topics, @Nullable SinkGroup group) {
        List<String> notes = new ArrayList<>();
        if (group == null) {
            notes.add("Kafka was not asked: what is missing before the first or behind the last range of a partition"
                    + " does not show, and the last one may be there in part");
        }
        for (TopicAuditReport topic : topics) {
            for (PartitionAuditReport partition : topic.partitions()) {
                String name = topic.topic() + "-" + partition.partition();
                if (group != null) {
                    uncertain(name, partition, group.name(), notes);
                }
                if (partition.pendingEnd() != null) {
                    notes.add(name + ": a cut of offsets " + partition.committed() + "-" + (partition.pendingEnd() - 1)
                            + " is pending; " + partition.pendingObjects() + " of its objects are there");
                }
            }
        }
        if (inventory.strangers() > 0) {
            notes.add(inventory.strangers() + " Parquet objects have names that are not a sink's and were left out");
        }
        return notes;
    }

    private static void uncertain(String name, PartitionAuditReport partition, String group, List<String> notes) {
        if (partition.earliest() == null) {
            notes.add(name + ": not in Kafka any more; audited by what the lake says");
        } else if (partition.committed() == null && partition.objects() > 0) {
            notes.add(name + ": group " + group + " has no committed offset; the last range may be there in part");
        }
    }
}
