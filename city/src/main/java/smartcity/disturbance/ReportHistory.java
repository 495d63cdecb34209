package smartcity.disturbance;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The reports of one station, or on one incident: the last report that comes into effect at each minute.
final class ReportHistory<E> {
    private final TreeMap<Long, TimedReport<E>> byMinute = new TreeMap<>();

    /// Adds a report that is in effect from a minute on. Returns false, and adds nothing, when a later report of
    /// that minute is present.
    boolean add(long minute, TimedReport<E> report) {
        TimedReport<E> present = byMinute.get(minute);
        if (present != null && !report.isLaterThan(present)) {
            return false;
        }
        byMinute.put(minute, report);
        return true;
    }

    /// Removes the reports from before a minute. Returns whether the history is empty then.
    boolean removeBefore(long minute) {
        byMinute.headMap(minute).clear();
        return byMinute.isEmpty();
    }

    /// The last report in effect at a minute, if there is one.
    Optional<TimedReport<E>> at(long minute) {
        return Optional.ofNullable(byMinute.floorEntry(minute)).map(Map.Entry::getValue);
    }

    /// Minutes since the last report came into effect; empty when there is none.
    OptionalLong minutesSilent(long minute) {
        Long last = byMinute.floorKey(minute);
        return last == null ? OptionalLong.empty() : OptionalLong.of(minute - last);
    }

    /// Minutes by which the next report is overdue: it is expected at the interval of the two reports before, an
    /// hour at most. Negative before that; empty when there is no report.
    OptionalLong minutesOverdue(long minute) {
        Long last = byMinute.floorKey(minute);
        if (last == null) {
            return OptionalLong.empty();
        }
        Long before = byMinute.lowerKey(last);
        return OptionalLong.of(minute - last - (before == null ? 1 : Math.min(60, last - before)));
    }
}
