package smartcity.audit;

import org.jspecify.annotations.Nullable;
import smartcity.audit.kafka.GroupPosition;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.report.PartitionAuditReport;

/// Sums of one partition for its report. For one thread.
final class PartitionSums {
    long withoutRows;
    long compared;
    long notComparable;
    long pendingObjects;
    private long objects;
    private long rows;
    private long deadLetters;
    private long bytes;
    private @Nullable Long first;
    private @Nullable Long next;

    void add(ObjectFacts facts) {
        OffsetRun run = facts.object().name().run();
        objects++;
        rows += facts.rows();
        deadLetters += facts.deadLetters() ? facts.rows() : 0;
        bytes += facts.object().object().bytes();
        first = first == null ? run.first() : Long.valueOf(Math.min(first, run.first()));
        next = next == null ? run.last() + 1 : Long.valueOf(Math.max(next, run.last() + 1));
    }

    PartitionAuditReport report(PartitionEra place, KafkaView kafka, long findings) {
        GroupPosition now = kafka.after();
        return new PartitionAuditReport(
                place.partition().partition(),
                place.era(),
                objects,
                rows,
                deadLetters,
                bytes,
                first,
                next,
                kafka.earliest(),
                kafka.before() == null ? null : kafka.before().committed(),
                now == null ? null : now.pendingEnd(),
                pendingObjects,
                withoutRows,
                compared,
                notComparable,
                findings);
    }
}
