package smartcity.local.infra;

import java.util.ArrayDeque;
import java.util.Deque;

/// The committed records of one partition, and which of them have landed. Offsets that no record has, those of
/// transaction markers and of aborted records, count nowhere.
///
/// Keeps the offsets of what has not landed as runs: as many as there were transactions. For one thread.
final class LandedRecords {
    /// Consecutive offsets of records.
    private record Run(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    private final Deque<Run> waiting = new ArrayDeque<>();
    private long count;
    private long landed;
    private long reached;

    /// Adds a record, whose offset is above all before.
    void add(long offset) {
        Run open = waiting.peekLast();
        if (open != null && open.last() == offset - 1) {
            waiting.removeLast();
            waiting.addLast(new Run(open.first(), offset));
        } else {
            waiting.addLast(new Run(offset, offset));
        }
        count++;
    }

    /// Number of records.
    long count() {
        return count;
    }

    /// Number of records before an offset, which never decreases: a lower offset than at a call before counts as that.
    long before(long offset) {
        reached = Math.max(reached, offset);
        while (!waiting.isEmpty() && waiting.getFirst().first() < reached) {
            Run run = waiting.removeFirst();
            if (run.last() >= reached) {
                waiting.addFirst(new Run(reached, run.last()));
                landed += reached - run.first();
                break;
            }
            landed += run.length();
        }
        return landed;
    }
}
