package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Objects of one partition whose ranges overlap: in a intact lake, the objects of one cut. For one thread.
final class CutObjects {
    private final List<ObjectFacts> objects = new ArrayList<>();
    private final OffsetSet offsets = new OffsetSet();
    private final long first;
    private long end;
    private NamedObject widest;

    CutObjects(ObjectFacts opening) {
        this.first = opening.object().name().run().first();
        this.end = opening.object().name().run().last() + 1;
        this.widest = opening.object();
        objects.add(opening);
        offsets.addAll(opening.offsets());
    }

    /// Adds the next object in the order of ranges, which must [#touches] this; returns the faults that it causes.
    List<Finding> add(ObjectFacts next) {
        List<Finding> findings = new ArrayList<>();
        OffsetRun run = next.object().name().run();
        if (!run.equals(objects.getLast().object().name().run())) {
            OffsetRun shared = new OffsetRun(run.first(), Math.min(run.last(), end - 1));
            TopicPartition partition = next.object().name().partition();
            findings.add(Finding.of(
                    FindingKind.OVERLAP,
                    partition.topic(),
                    partition.partition(),
                    shared,
                    next.object().key(),
                    "the range " + run + " overlaps the range " + widest.name().run() + " of " + widest.key()));
        }
        OffsetSet again = offsets.addAll(next.offsets());
        if (!again.isEmpty()) {
            findings.add(next.object()
                    .finding(
                            FindingKind.DUPLICATE,
                            again,
                            again.size() + " offsets also have a row in " + objectWith(again)));
        }
        objects.add(next);
        if (run.last() >= end) {
            end = run.last() + 1;
            widest = next.object();
        }
        return findings;
    }

    private String objectWith(OffsetSet offsets) {
        long one = offsets.runs(1).getFirst().first();
        return objects.stream()
                .filter(object -> object.offsets().contains(one))
                .map(object -> object.object().key())
                .findFirst()
                .orElseThrow();
    }

    /// Whether the object's range overlaps these.
    boolean touches(NamedObject next) {
        return next.name().run().first() < end;
    }

    long first() {
        return first;
    }

    /// The offset after the highest of the ranges.
    long end() {
        return end;
    }

    List<ObjectFacts> objects() {
        return objects;
    }

    /// The offsets that have a row.
    OffsetSet offsets() {
        return offsets;
    }
}
