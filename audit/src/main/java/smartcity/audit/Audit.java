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
import smartcity.audit.kafka.LandedGroup;
import smartcity.audit.kafka.Position;
import smartcity.audit.kafka.RecordOffsets;
import smartcity.audit.lake.Lake;
import smartcity.audit.report.CannotAudit;
import smartcity.audit.report.PartitionReport;
import smartcity.audit.report.Report;
import smartcity.audit.report.Report.KafkaUse;
import smartcity.audit.report.TopicReport;

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
public final class Audit {
    private final Lake lake;
    private final Scope scope;
    private final @Nullable LandedGroup group;
    private final Progress progress;
    private final Findings findings = new Findings();

    /// @param group lands the topics; null when Kafka is not to be asked
    public Audit(Lake lake, Scope scope, @Nullable LandedGroup group, Progress progress) {
        this.lake = lake;
        this.scope = scope;
        this.group = group;
        this.progress = progress;
    }

    /// Runs the audit, once.
    ///
    /// @throws CannotAudit when the lake or Kafka does not answer
    public Report run() {
        long start = System.nanoTime();
        Map<TopicPartition, Position> before = group == null ? Map.of() : group.positions();
        Inventory inventory = Inventory.of(lake, scope);
        Map<TopicPartition, Position> after = group == null ? Map.of() : group.positions();
        Set<String> topics = new TreeSet<>(inventory.topics());
        before.keySet().stream()
                .map(TopicPartition::topic)
                .filter(scope::includes)
                .forEach(topics::add);
        Map<TopicPartition, Long> earliest = group == null ? Map.of() : group.earliest(topics);
        Map<TopicPartition, KafkaView> kafka = new HashMap<>();
        earliest.forEach((partition, first) ->
                kafka.put(partition, new KafkaView(first, before.get(partition), after.get(partition), null)));
        List<TopicReport> reports = read(inventory, kafka);
        return new Report(
                lake.location() + "/" + scope.prefix(),
                use(),
                reports,
                findings.first(),
                findings.count(),
                Notes.of(inventory, reports, group),
                (System.nanoTime() - start) / 1e9);
    }

    private KafkaUse use() {
        if (group == null) {
            return KafkaUse.NONE;
        }
        return scope.everyRecord() ? KafkaUse.EVERY_RECORD : KafkaUse.OFFSETS;
    }

    private List<TopicReport> read(Inventory inventory, Map<TopicPartition, KafkaView> kafka) {
        Map<String, List<PartitionReport>> reports = new TreeMap<>();
        try (ObjectReader reader = new ObjectReader(lake);
                Readings readings = new Readings(inventory.objects(), reader, scope.readers())) {
            Tracker tracker = new Tracker(inventory.objects().size());
            for (TopicPartition partition : inventory.partitions(kafka.keySet())) {
                KafkaView view = kafka.getOrDefault(partition, KafkaView.NONE);
                long objects = inventory.count(partition);
                reports.computeIfAbsent(partition.topic(), _ -> new ArrayList<>())
                        .add(partition(partition, view, objects, () -> tracker.passed(readings.next())));
            }
        }
        return reports.entrySet().stream()
                .map(topic -> new TopicReport(topic.getKey(), topic.getValue()))
                .toList();
    }

    private PartitionReport partition(
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
