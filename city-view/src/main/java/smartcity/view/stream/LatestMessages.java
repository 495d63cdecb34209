package smartcity.view.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What waits to be sent to one page: of each kind the newest message, as each replaces the one before. So a slow page
/// misses older states and never falls behind, and what waits for it is bounded by the number of kinds. Safe for use by
/// several threads.
///
/// @param <M> a message
public final class LatestMessages<M> {
    private final Map<String, M> waiting = new LinkedHashMap<>();
    private long dropped;

    /// Adds a message, in place of one of the same kind that still waits.
    public synchronized void offer(String kind, M message) {
        if (waiting.put(kind, message) != null) {
            dropped++;
        }
    }

    /// Removes the message whose kind has waited longest; null when none waits.
    public synchronized @Nullable M poll() {
        var kinds = waiting.entrySet().iterator();
        if (!kinds.hasNext()) {
            return null;
        }
        M message = kinds.next().getValue();
        kinds.remove();
        return message;
    }

    /// Messages that a newer one has replaced before they were sent.
    public synchronized long dropped() {
        return dropped;
    }
}
