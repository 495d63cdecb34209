package smartcity.audit;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.GroupPosition;
import smartcity.audit.kafka.RecordOffsets;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;
import smartcity.audit.report.PartitionAuditReport;

/// Holds the objects of one partition, handed over in the order of their ranges, against each other and against Kafka.
/// For one thread.
final class PartitionAudit {
    private final TopicPartition partition;
    private final KafkaView kafka;
    private final FindingCollector findings;
    private final PartitionSums sums = new PartitionSums();
    private final long findingsBefore;
    private @Nullable CutObjects open;
    private @Nullable Long landedUpTo;

    PartitionAudit(TopicPartition partition, KafkaView kafka, FindingCollector findings) {
        this.partition = partition;
        this.kafka = kafka;
        this.findings = findings;
        this.findingsBefore = findings.count();
        this.landedUpTo = kafka.earliest();
    }

    void take(ObjectFacts facts) {
        sums.add(facts);
        facts.findings().forEach(findings::add);
        CutObjects current = open;
        if (current != null && current.touches(facts.object())) {
            current.add(facts).forEach(findings::add);
            return;
        }
        if (current != null) {
            close(current);
        }
        open = new CutObjects(facts);
    }

    private void close(CutObjects stretch) {
        GroupPosition before = kafka.before();
        long committed = before == null ? Long.MAX_VALUE : before.committed();
        boolean landed = stretch.end() <= committed;
        if (!landed && !kafka.allowsBehind(stretch)) {
            findings.add(uncommitted(stretch, committed));
        } else if (kafka.isPending(stretch)) {
            sums.pendingObjects += stretch.objects().size();
        }
        if (landed || stretch.first() < committed) {
            landed(stretch);
        }
    }

    private static Finding uncommitted(CutObjects stretch, long committed) {
        NamedObject object = stretch.objects().getFirst().object();
        String what = "the group has committed only up to " + committed + " and no cut of this range is pending";
        return FindingTexts.with(object, FindingKind.UNCOMMITTED, what);
    }

    private void landed(CutObjects stretch) {
        Long expected = landedUpTo;
        if (expected != null && stretch.first() > expected) {
            gap(new OffsetRun(expected, stretch.first() - 1));
        }
        landedUpTo = expected == null ? stretch.end() : Long.valueOf(Math.max(expected, stretch.end()));
        sums.withoutRows += stretch.end() - stretch.first() - stretch.offsets().size();
        RecordOffsets records = kafka.records();
        if (records != null) {
            compare(stretch, records);
        }
    }

    private void gap(OffsetRun run) {
        RecordOffsets records = kafka.records();
        String what = "no object has these offsets";
        if (records != null) {
            OffsetSet lost = records.upTo(run.last() + 1);
            sums.compared += lost.size();
            what += ", and Kafka has " + lost.size() + " records there";
        }
        findings.add(Finding.of(FindingKind.GAP, partition.topic(), partition.partition(), run, "", what));
    }

    private void compare(CutObjects stretch, RecordOffsets records) {
        OffsetSet inKafka = records.upTo(stretch.end());
        sums.compared += inKafka.size();
        String key = stretch.objects().getFirst().object().key();
        OffsetSet missing = inKafka.without(stretch.offsets());
        if (!missing.isEmpty()) {
            String what = missing.size() + " records of Kafka have no row; the range is that of";
            findings.add(FindingTexts.about(partition, FindingKind.MISSING, missing, key, what));
        }
        OffsetSet invented = stretch.offsets().without(inKafka).from(records.first());
        if (!invented.isEmpty()) {
            String what = invented.size() + " rows have no record in Kafka; the range is that of";
            findings.add(FindingTexts.about(partition, FindingKind.INVENTED, invented, key, what));
        }
    }

    /// Call once, behind the last object.
    PartitionAuditReport finish() {
        if (open != null) {
            close(open);
        }
        GroupPosition before = kafka.before();
        if (before != null && landedUpTo != null && landedUpTo < before.committed()) {
            gap(new OffsetRun(landedUpTo, before.committed() - 1));
        }
        return sums.report(partition.partition(), kafka, findings.count() - findingsBefore);
    }
}
