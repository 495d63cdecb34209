package smartcity.view.state;

/// A moment of simulated time, and which devices are silent at it: those that have not reported for three of their
/// intervals and the time that a report is under way.
///
/// @param nowMillis simulated time [ms since 1970]
/// @param factor simulated seconds per real second
/// @param underWayMillis from a report to the page at most [real ms]
public record SimulatedMoment(long nowMillis, double factor, long underWayMillis) {
    private static final int INTERVALS = 3;

    /// On an idle machine; chosen: a transaction of the simulator and its delays.
    private static final long USUAL_MILLIS = 3_000;

    /// Longer is not waited for, so that a simulator that has stopped is seen; chosen.
    private static final long MOST_MILLIS = 30_000;

    /// A moment at which all reports are on time.
    public SimulatedMoment(long nowMillis, double factor) {
        this(nowMillis, factor, USUAL_MILLIS);
    }

    /// A moment at which the newest report of all may be late: where a whole simulator is behind, none of its
    /// devices is silent.
    ///
    /// @param newestMillis event time of the newest report [ms since 1970]; 0 before the first
    public static SimulatedMoment of(long nowMillis, double factor, long newestMillis) {
        long late = newestMillis == 0 || factor == 0 ? 0 : (long) ((nowMillis - newestMillis) / factor);
        return new SimulatedMoment(nowMillis, factor, Math.clamp(USUAL_MILLIS + late, USUAL_MILLIS, MOST_MILLIS));
    }

    /// Whether the device is silent.
    ///
    /// @param lastMillis event time of its last report [ms since 1970]
    /// @param intervalMillis event time between two of its reports [ms]
    public boolean isSilent(long lastMillis, long intervalMillis) {
        return isOver(lastMillis, intervalMillis, INTERVALS);
    }

    boolean isOver(long lastMillis, long intervalMillis, int intervals) {
        return nowMillis - lastMillis > intervals * intervalMillis + (long) (underWayMillis * Math.max(1, factor));
    }
}
