package smartcity.audit;

import java.util.ArrayList;
import java.util.List;
import smartcity.audit.report.Finding;

/// Counts all findings and keeps the first ones. For one thread.
final class FindingCollector {
    /// Findings kept; more of them rarely show another cause [chosen, not measured].
    private static final int KEPT = 1000;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (first.size() < KEPT) {
            first.add(finding);
        }
    }

    List<Finding> first() {
        return first;
    }

    long count() {
        return count;
    }
}
