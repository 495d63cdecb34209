package smartcity.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.GroupPosition;
import smartcity.audit.kafka.RecordOffsets;
import smartcity.audit.kafka.SinkGroup;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.AuditReport.KafkaUse;
import smartcity.audit.report.PartitionAuditReport;
import smartcity.audit.report.TopicAuditReport;

/// Proves a lake, or says what is wrong with it.
///
/// For each partition, the ranges in object names must follow each other without gap or overlap; the rows in
/// the objects must be those of their range, in order and none twice; footers and metadata must say the same.
/// With the group's offsets, everything between the partition's first and its committed offset must be there,
/// and nothing behind but a pending cut; with every record, each (partition, offset) of Kafka must have its
/// row, and no row must be without one. Dead letters count as rows.
///
/// It changes nothing, and may run while the sink does: the group's offsets are read before and after the
/// objects are listed. Memory: about 300 bytes for each object of the lake, and a bit for each row of the cuts
/// that are read at a time.
public final class LakeAudit {
    private final AuditedLake lake;
    private final AuditScope scope;
    private final @Nullable SinkGroup group;
    private final AuditListener progress;
    private final FindingCollector findings = new FindingCollector();

    /// @param group lands the topics; null when Kafka is not to be asked
    public LakeAudit(AuditedLake lake, AuditScope scope, @Nullable SinkGroup group, AuditListener progress) {
        this.lake = lake;
        this.scope = scope;
        this.group = group;
        this.progress = progress;
    }

    /// Runs the audit, once.
    ///
    /// @throws CannotAudit when the lake or Kafka does not answer
    public AuditReport run() {
        long start = System.nanoTime();
        Map<TopicPartition, GroupPosition> before = group == null ? Map.of() : group.positions();
        ObjectInventory inventory = ObjectInventory.of(lake, scope);
        Map<TopicPartition, GroupPosition> after = group == null ? Map.of() : group.positions();
        Set<String> topics = new TreeSet<>(inventory.topics());
        before.keySet().stream()
                .map(TopicPartition::topic)
                .filter(scope::includes)
                .forEach(topics::add);
        Map<TopicPartition, Long> earliest = group == null ? Map.of() : group.earliest(topics);
        Map<TopicPartition, KafkaView> kafka = new HashMap<>();
        earliest.forEach((partition, first) ->
                kafka.put(partition, new KafkaView(first, before.get(partition), after.get(partition), null)));
        List<TopicAuditReport> reports = read(inventory, kafka);
        return new AuditReport(
                lake.location() + "/" + scope.prefix(),
                use(),
                reports,
                findings.first(),
                findings.count(),
                AuditNotes.of(inventory, reports, group),
                (System.nanoTime() - start) / 1e9);
    }

    private KafkaUse use() {
        if (group == null) {
            return KafkaUse.NONE;
        }
        return scope.everyRecord() ? KafkaUse.EVERY_RECORD : KafkaUse.OFFSETS;
    }

    private List<TopicAuditReport> read(ObjectInventory inventory, Map<TopicPartition, KafkaView> kafka) {
        Map<String, List<PartitionAuditReport>> reports = new TreeMap<>();
        try (ObjectReader reader = new ObjectReader(lake);
                ReadAhead readings = new ReadAhead(inventory.objects(), reader, scope.readers())) {
            Tracker tracker = new Tracker(inventory.objects().size());
            for (TopicPartition partition : inventory.partitions(kafka.keySet())) {
                KafkaView view = kafka.getOrDefault(partition, KafkaView.NONE);
                long objects = inventory.count(partition);
                reports.computeIfAbsent(partition.topic(), _ -> new ArrayList<>())
                        .add(partition(partition, view, objects, () -> tracker.passed(readings.next())));
            }
        }
        return reports.entrySet().stream()
                .map(topic -> new TopicAuditReport(topic.getKey(), topic.getValue()))
                .toList();
    }

    private PartitionAuditReport partition(
            TopicPartition partition, KafkaView view, long objects, Supplier<ObjectFacts> next) {
        try (RecordOffsets records = records(partition, view)) {
            KafkaView whole = new KafkaView(view.earliest(), view.before(), view.after(), records);
            PartitionAudit audit = new PartitionAudit(partition, whole, findings);
            for (long i = 0; i < objects; i++) {
                audit.take(next.get());
            }
            return audit.finish();
        }
    }

    private @Nullable RecordOffsets records(TopicPartition partition, KafkaView view) {
        Long earliest = view.earliest();
        return group == null || earliest == null || !scope.everyRecord() ? null : group.records(partition, earliest);
    }

    private final class Tracker {
        private final long of;
        private long objects;
        private long rows;

        Tracker(long of) {
            this.of = of;
        }

        ObjectFacts passed(ObjectFacts facts) {
            objects++;
            rows += facts.rows();
            progress.at(objects, of, rows);
            return facts;
        }
    }
}
