package smartcity.emission.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Records that are held: until an instant, or until a later record of their device has been sent.
final class DelayedRecords {
    /// @param turn of two that are due at one instant, the one held first is sent first
    private record Timed(Instant release, long turn, OutgoingRecord record) {}

    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>(Comparator.comparing(Timed::release).thenComparingLong(Timed::turn));
    private final Map<String, List<OutgoingRecord>> overtaken = new HashMap<>();
    private long turns;

    /// Holds a record until an instant.
    void until(Instant release, OutgoingRecord record) {
        timed.add(new Timed(release, turns++, record));
    }

    /// Holds a record until a later one of its stream has been sent.
    void untilOvertaken(String stream, OutgoingRecord record) {
        overtaken.computeIfAbsent(stream, _ -> new ArrayList<>()).add(record);
    }

    /// When the next record that is held until an instant is due; [Instant#MAX] without any.
    Instant next() {
        Timed first = timed.peek();
        return first == null ? Instant.MAX : first.release();
    }

    /// Removes the records that are due at or before an instant, in order.
    List<OutgoingRecord> releasedUntil(Instant now) {
        if (next().isAfter(now)) {
            return List.of();
        }
        List<OutgoingRecord> released = new ArrayList<>();
        while (!next().isAfter(now)) {
            released.add(timed.remove().record());
        }
        return released;
    }

    /// Removes the records that were held until a later one of this stream has been sent.
    List<OutgoingRecord> overtaken(String stream) {
        List<OutgoingRecord> released = overtaken.remove(stream);
        return released == null ? List.of() : released;
    }

    /// Removes all held records, in order.
    List<OutgoingRecord> all() {
        List<OutgoingRecord> released = new ArrayList<>();
        overtaken.values().forEach(released::addAll);
        overtaken.clear();
        while (!timed.isEmpty()) {
            released.add(timed.remove().record());
        }
        return released;
    }
}
