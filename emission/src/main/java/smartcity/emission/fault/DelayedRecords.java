package smartcity.emission.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Records that are held back: until an instant, or until a later record of their device has left.
final class DelayedRecords {
    /// @param turn of two that leave at one instant, the one held first leaves first
    private record Timed(Instant release, long turn, OutgoingRecord delivery) {}

    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>(Comparator.comparing(Timed::release).thenComparingLong(Timed::turn));
    private final Map<String, List<OutgoingRecord>> overtaken = new HashMap<>();
    private long turns;

    void until(Instant release, OutgoingRecord delivery) {
        timed.add(new Timed(release, turns++, delivery));
    }

    void untilOvertaken(String stream, OutgoingRecord delivery) {
        overtaken.computeIfAbsent(stream, _ -> new ArrayList<>()).add(delivery);
    }

    /// When the next record leaves that is held until an instant; [Instant#MAX] without any.
    Instant next() {
        Timed first = timed.peek();
        return first == null ? Instant.MAX : first.release();
    }

    /// What leaves at or before an instant, in order of leaving.
    List<OutgoingRecord> releasedUntil(Instant now) {
        if (next().isAfter(now)) {
            return List.of();
        }
        List<OutgoingRecord> released = new ArrayList<>();
        while (!next().isAfter(now)) {
            released.add(timed.remove().delivery());
        }
        return released;
    }

    /// What was held until a record of this stream has left.
    List<OutgoingRecord> overtaken(String stream) {
        List<OutgoingRecord> released = overtaken.remove(stream);
        return released == null ? List.of() : released;
    }

    /// All that is held, in order of leaving.
    List<OutgoingRecord> all() {
        List<OutgoingRecord> released = new ArrayList<>();
        overtaken.values().forEach(released::addAll);
        overtaken.clear();
        while (!timed.isEmpty()) {
            released.add(timed.remove().delivery());
        }
        return released;
    }
}
