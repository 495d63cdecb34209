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

/// Proves that a lake is complete and without duplicates, or finds its faults.
///
/// For each partition, the ranges in object names must follow each other without gap or overlap; the rows of an
/// object must be of its range, in order and without duplicates; footers and metadata must agree with them.
/// With the group's offsets, every offset from the partition's first to its committed one must be in the lake, and
/// beyond it only a pending cut; with every record, each offset of a record in Kafka must have a row, and each row
/// a record, and the rows must have been made of these very records. Dead letters count as rows.
///
/// The audit changes nothing and can run while the sink does: it reads the group's offsets before and after it
/// lists the objects. Memory: about 300 bytes for each object of the lake, and one bit for each row of the cuts
/// that it reads at a time.
public final class LakeAudit {
    private final AuditedLake lake;
    private final AuditScope scope;
    private final @Nullable SinkGroup group;
    private final AuditListener listener;
    private final FindingCollector findings = new FindingCollector();

    /// @param group the group that lands the topics; null to audit without Kafka
    public LakeAudit(AuditedLake lake, AuditScope scope, @Nullable SinkGroup group, AuditListener listener) {
        this.lake = lake;
        this.scope = scope;
        this.group = group;
        this.listener = listener;
    }

    /// Runs the audit, once.
    ///
    /// @throws AuditFailedException when the lake or Kafka does not answer
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
        Map<String, String> ids = group == null ? Map.of() : group.topicIds(topics);
        Map<PartitionEra, KafkaView> kafka = new HashMap<>();
        earliest.forEach((partition, first) -> kafka.put(
                new PartitionEra(partition, era(after.get(partition))),
                new KafkaView(first, before.get(partition), after.get(partition), null, ids.get(partition.topic()))));
        List<TopicAuditReport> reports = read(inventory, kafka);
        return new AuditReport(
                lake.location() + "/" + scope.prefix(),
                kafkaUse(),
                reports,
                findings.first(),
                findings.count(),
                AuditNotes.of(inventory, reports, group),
                (System.nanoTime() - start) / 1e9);
    }

    /// The era that the group lands now; the others are audited by the lake alone.
    private static int era(@Nullable GroupPosition position) {
        return position == null ? 0 : position.era();
    }

    private KafkaUse kafkaUse() {
        if (group == null) {
            return KafkaUse.NONE;
        }
        return scope.everyRecord() ? KafkaUse.EVERY_RECORD : KafkaUse.OFFSETS;
    }

    private List<TopicAuditReport> read(ObjectInventory inventory, Map<PartitionEra, KafkaView> kafka) {
        Map<String, List<PartitionAuditReport>> reports = new TreeMap<>();
        try (ObjectReader reader = new ObjectReader(lake);
                ReadAhead contents = new ReadAhead(inventory.objects(), reader, scope.readers())) {
            Tracker tracker = new Tracker(inventory.objects().size());
            for (PartitionEra place : inventory.places(kafka.keySet())) {
                KafkaView view = kafka.getOrDefault(place, KafkaView.NONE);
                long objects = inventory.count(place);
                reports.computeIfAbsent(place.partition().topic(), _ -> new ArrayList<>())
                        .add(partition(place, view, objects, () -> tracker.counted(contents.next())));
            }
        }
        return reports.entrySet().stream()
                .map(topic -> new TopicAuditReport(topic.getKey(), topic.getValue()))
                .toList();
    }

    private PartitionAuditReport partition(
            PartitionEra place, KafkaView view, long objects, Supplier<ObjectFacts> next) {
        try (RecordOffsets records = records(place.partition(), view)) {
            KafkaView whole = new KafkaView(view.earliest(), view.before(), view.after(), records, view.topicId());
            PartitionAudit audit = new PartitionAudit(place, whole, findings);
            for (long i = 0; i < objects; i++) {
                audit.add(next.get());
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

        ObjectFacts counted(ObjectFacts facts) {
            objects++;
            rows += facts.rows();
            listener.progress(objects, of, rows);
            return facts;
        }
    }
}
