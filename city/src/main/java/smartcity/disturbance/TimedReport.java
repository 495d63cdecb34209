package smartcity.disturbance;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A report with the keys that decide which of two reports is the later one.
///
/// @param rank decides between reports of one instant: the higher one is later
/// @param id decides between reports of one instant and rank, so that the sequence of arrival does not
/// @param chainageMetres place on the road [m]
record TimedReport<E>(Instant timestamp, int rank, UUID id, double chainageMetres, E event) {
    private static final Comparator<TimedReport<?>> LATER = Comparator.<TimedReport<?>, Instant>comparing(
                    TimedReport::timestamp)
            .thenComparingInt(TimedReport::rank)
            .thenComparing(TimedReport::id);

    boolean isLaterThan(TimedReport<E> other) {
        return LATER.compare(this, other) > 0;
    }
}
