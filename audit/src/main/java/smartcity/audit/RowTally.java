package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import smartcity.audit.offsets.OffsetRun;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Checks the offsets of one object's rows, which it takes in row order. For one thread.
final class RowTally {
    private final NamedObject object;
    private final OffsetSet within = new OffsetSet();
    private final OffsetSet outside = new OffsetSet();
    private final OffsetSet twice = new OffsetSet();
    private final OffsetSet outOfOrder = new OffsetSet();
    private long rows;
    private long last = -1;

    RowTally(NamedObject object) {
        this.object = object;
    }

    void add(long offset) {
        rows++;
        OffsetRun run = object.name().run();
        if (offset < run.first() || offset > run.last()) {
            outside.add(Math.max(0, offset));
        } else if (!within.add(offset)) {
            twice.add(offset);
        } else if (offset < last) {
            outOfOrder.add(offset);
        }
        last = offset;
    }

    long rows() {
        return rows;
    }

    /// The offsets within the range that the object's name states.
    OffsetSet within() {
        return within;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        OffsetRun run = object.name().run();
        add(findings, FindingKind.OUT_OF_RANGE, outside, "rows are outside the range " + run + " of their object");
        add(findings, FindingKind.DUPLICATE, twice, "offsets occur more than once in one object");
        add(findings, FindingKind.OUT_OF_ORDER, outOfOrder, "rows follow rows of higher offsets");
        return findings;
    }

    private void add(List<Finding> findings, FindingKind kind, OffsetSet offsets, String detail) {
        if (!offsets.isEmpty()) {
            findings.add(object.finding(kind, offsets, offsets.size() + " " + detail));
        }
    }
}
