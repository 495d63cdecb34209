package smartcity.view.speed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The speeds of the last minutes, a row every few simulated seconds: the time-space diagram. Safe for use by several
/// threads.
public final class SpeedHistory {
    /// Rows that are kept; chosen: as many as the diagram has pixels.
    public static final int ROWS = 180;

    /// Simulated time between two rows at factor 1 [ms]; chosen: the diagram shows three quarters of an hour.
    private static final long ROW_MILLIS = 15_000;

    /// Real time between two rows [ms]; chosen: at a high factor too, the diagram does not run away.
    private static final long REAL_MILLIS = 1_000;

    private final Deque<SpeedRow> rows = new ArrayDeque<>();

    /// The speeds at one instant.
    ///
    /// @param atMillis simulated time [ms since 1970]
    /// @param speeds as [RoadSpeeds#at] returns them
    @SuppressWarnings("ArrayRecordComponent") // never compared, and nobody changes it
    public record SpeedRow(long atMillis, byte[] speeds) {}

    /// Adds a row if the last one is old enough.
    ///
    /// @param factor simulated seconds per real second
    /// @return the row, if it was added
    public synchronized Optional<SpeedRow> add(long nowMillis, double factor, byte[] speeds) {
        long interval = Math.max(ROW_MILLIS, (long) (REAL_MILLIS * factor));
        if (!rows.isEmpty() && nowMillis - rows.getLast().atMillis() < interval) {
            return Optional.empty();
        }
        SpeedRow row = new SpeedRow(nowMillis, speeds);
        rows.addLast(row);
        if (rows.size() > ROWS) {
            rows.removeFirst();
        }
        return Optional.of(row);
    }

    /// All rows, from old to new.
    public synchronized List<SpeedRow> rows() {
        return List.copyOf(rows);
    }
}
