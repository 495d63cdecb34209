package smartcity.disturbance;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What one station told, or what was told of one incident: the last report of each minute.
final class ReportHistory<E> {
    private final TreeMap<Long, TimedReport<E>> byMinute = new TreeMap<>();

    /// Keeps a report that is known from a minute on, unless it keeps a later one of that minute; whether it did.
    boolean add(long minute, TimedReport<E> told) {
        TimedReport<E> kept = byMinute.get(minute);
        if (kept != null && !told.isLaterThan(kept)) {
            return false;
        }
        byMinute.put(minute, told);
        return true;
    }

    /// Drops what was known before a minute; whether nothing is left.
    boolean forgetBefore(long minute) {
        byMinute.headMap(minute).clear();
        return byMinute.isEmpty();
    }

    /// The last report known at a minute, null when there is none.
    @Nullable
    TimedReport<E> at(long minute) {
        Map.Entry<Long, TimedReport<E>> last = byMinute.floorEntry(minute);
        return last == null ? null : last.getValue();
    }

    /// Minutes since the last report known at a minute became known.
    long minutesSilent(long minute) {
        Long last = byMinute.floorKey(minute);
        return last == null ? Long.MAX_VALUE : minute - last;
    }

    /// Minutes since the last report known at a minute beyond the time it stands for, which is as long as the one
    /// before it stood, an hour at most.
    long minutesOverdue(long minute) {
        Long last = byMinute.floorKey(minute);
        if (last == null) {
            return Long.MAX_VALUE;
        }
        Long before = byMinute.lowerKey(last);
        return minute - last - (before == null ? 1 : Math.min(60, last - before));
    }
}
