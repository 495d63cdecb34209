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

/// Compares the objects of one partition, which it takes in the order of their ranges, with each other and with Kafka.
/// For one thread.
final class PartitionAudit {
    private final TopicPartition partition;
    private final PartitionEra place;
    private final KafkaView kafka;
    private final FindingCollector findings;
    private final PartitionSums sums = new PartitionSums();
    private final long findingsBefore;
    private @Nullable CutObjects open;
    private @Nullable Long landedUpTo;
    private @Nullable String topicId;

    PartitionAudit(PartitionEra place, KafkaView kafka, FindingCollector findings) {
        this.partition = place.partition();
        this.place = place;
        this.kafka = kafka;
        this.findings = findings;
        this.findingsBefore = findings.count();
        // A later era may begin behind Kafka's first record.
        this.landedUpTo = place.era() == 0 ? kafka.earliest() : null;
    }

    void add(ObjectFacts facts) {
        sums.add(facts);
        facts.findings().forEach(findings::add);
        compareTopic(facts);
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

    private void compareTopic(ObjectFacts facts) {
        String found = facts.topicId();
        if (found == null) {
            return;
        }
        String expected = topicId == null ? kafka.topicId() : topicId;
        if (expected != null && !expected.equals(found)) {
            String whose = topicId == null ? "Kafka has " : "objects before it come from ";
            findings.add(facts.object()
                    .finding(
                            FindingKind.OTHER_TOPIC,
                            "its rows come from topic ID " + found + " but " + whose + "topic ID " + expected));
        }
        topicId = found;
    }

    private void close(CutObjects cut) {
        GroupPosition before = kafka.before();
        long committed = before == null ? Long.MAX_VALUE : before.committed();
        boolean landed = cut.end() <= committed;
        if (!landed && !kafka.allowsBeyondCommitted(cut)) {
            findings.add(uncommitted(cut, committed));
        } else if (kafka.isPending(cut)) {
            sums.pendingObjects += cut.objects().size();
        }
        if (landed || cut.first() < committed) {
            landed(cut);
        }
    }

    private static Finding uncommitted(CutObjects cut, long committed) {
        NamedObject object = cut.objects().getFirst().object();
        String detail = "the group has committed only up to " + committed + " and no cut of this range is pending";
        return object.finding(FindingKind.UNCOMMITTED, detail);
    }

    private void landed(CutObjects cut) {
        Long expected = landedUpTo;
        RecordOffsets records = kafka.records();
        if (expected != null && cut.first() > expected) {
            gap(new OffsetRun(expected, cut.first() - 1));
        } else if (expected == null && records != null) {
            // Records before the begin of an era are not its own.
            records.upTo(cut.first(), (_, _) -> {});
        }
        landedUpTo = expected == null ? cut.end() : Long.valueOf(Math.max(expected, cut.end()));
        sums.withoutRows += cut.end() - cut.first() - cut.offsets().size();
        if (records != null) {
            compare(cut, records);
        }
    }

    private void gap(OffsetRun run) {
        RecordOffsets records = kafka.records();
        String detail = "no object has these offsets";
        if (records != null) {
            OffsetSet lost = records.upTo(run.last() + 1, (_, _) -> {});
            sums.compared += lost.size();
            detail += ", and Kafka has " + lost.size() + " records there";
        }
        findings.add(Finding.of(FindingKind.GAP, partition.topic(), partition.partition(), run, null, detail));
    }

    private void compare(CutObjects cut, RecordOffsets records) {
        RecordComparison comparison = new RecordComparison(cut.objects());
        OffsetSet inKafka = records.upTo(cut.end(), comparison::add);
        sums.compared += inKafka.size();
        sums.notComparable += comparison.notComparable();
        comparison.findings().forEach(findings::add);
        String key = cut.objects().getFirst().object().key();
        OffsetSet missing = inKafka.without(cut.offsets());
        if (!missing.isEmpty()) {
            String detail = missing.size() + " records of Kafka have no row in the range of";
            findings.add(about(FindingKind.MISSING, missing, key, detail));
        }
        OffsetSet surplus = cut.offsets().without(inKafka).from(records.first());
        if (!surplus.isEmpty()) {
            String detail = surplus.size() + " rows have no record in Kafka, in the range of";
            findings.add(about(FindingKind.SURPLUS, surplus, key, detail));
        }
    }

    private Finding about(FindingKind kind, OffsetSet offsets, String key, String detail) {
        return Finding.of(kind, partition.topic(), partition.partition(), offsets, key, detail);
    }

    /// Ends the audit of the partition; call it once, after the last object.
    PartitionAuditReport finish() {
        if (open != null) {
            close(open);
        }
        GroupPosition before = kafka.before();
        if (before != null && landedUpTo != null && landedUpTo < before.committed()) {
            gap(new OffsetRun(landedUpTo, before.committed() - 1));
        }
        return sums.report(place, kafka, findings.count() - findingsBefore);
    }
}
