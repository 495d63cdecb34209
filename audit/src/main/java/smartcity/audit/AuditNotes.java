package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.report.PartitionAuditReport;
import smartcity.audit.report.TopicAuditReport;

/// Notes on an audit that are not faults of the lake.
final class AuditNotes {
    private AuditNotes() {}

    static List<String> of(ObjectInventory inventory, List<TopicAuditReport> topics, @Nullable SinkGroup group) {
        List<String> notes = new ArrayList<>();
        List<PartitionAuditReport> all =
                topics.stream().flatMap(topic -> topic.partitions().stream()).toList();
        addGroup(all, group, notes);
        for (TopicAuditReport topic : topics) {
            for (PartitionAuditReport partition : topic.partitions()) {
                addPartition(topic.topic() + "-" + partition.partition(), partition, group, notes);
            }
        }
        addNotComparable(all, notes);
        if (inventory.foreign() > 0) {
            notes.add(inventory.foreign() + " Parquet objects were left out because their names are not a sink's");
        }
        return notes;
    }

    private static void addGroup(List<PartitionAuditReport> all, @Nullable SinkGroup group, List<String> notes) {
        if (group == null) {
            notes.add(
                    "Kafka was not read: the audit cannot find what is missing before the first or after the last range of"
                            + " a partition, and the last range may be incomplete");
        } else if (all.stream().allMatch(partition -> partition.committed() == null)) {
            notes.add("Group " + group.name()
                    + " has committed no offset of these topics: either it is not the sink's group, or nothing has landed."
                    + " What Kafka has behind the last range in the lake was not looked for");
        }
    }

    private static void addPartition(
            String name, PartitionAuditReport partition, @Nullable SinkGroup group, List<String> notes) {
        if (group != null) {
            addUncertainty(name, partition, group.name(), notes);
        }
        if (partition.pendingEnd() != null) {
            notes.add(name + ": a cut of offsets " + partition.committed() + "-" + (partition.pendingEnd() - 1)
                    + " is pending; " + partition.pendingObjects() + " of its objects are in the lake");
        }
    }

    private static void addNotComparable(List<PartitionAuditReport> all, List<String> notes) {
        long notComparable =
                all.stream().mapToLong(PartitionAuditReport::notComparable).sum();
        if (notComparable > 0) {
            notes.add("The records of " + notComparable + " objects were compared by offset alone: these objects do not"
                    + " state a checksum, or Kafka has not all of their records");
        }
    }

    private static void addUncertainty(String name, PartitionAuditReport partition, String group, List<String> notes) {
        if (partition.earliest() == null) {
            notes.add(name + ": not in Kafka any more; audited by the lake alone");
        } else if (partition.committed() == null && partition.objects() > 0) {
            notes.add(name + ": group " + group + " has no committed offset; the last range may be incomplete");
        }
    }
}
