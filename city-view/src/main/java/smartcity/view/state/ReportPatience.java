package smartcity.view.state;

/// When a device that does not report counts as silent: after three of its intervals of simulated time, and the time
/// that a report is under way.
///
/// @param nowMillis simulated time [ms since 1970]
/// @param factor simulated seconds per real second
/// @param underWayMillis from a report to the page at most [real ms]
public record ReportPatience(long nowMillis, double factor, long underWayMillis) {
    private static final int INTERVALS = 3;

    /// On an idle machine; chosen: a transaction of the simulator and its delays.
    private static final long USUAL_MILLIS = 3_000;

    /// Longer is not waited for, so that a simulator that has stopped is seen; chosen.
    private static final long MOST_MILLIS = 30_000;

    /// The patience while all is on time.
    public ReportPatience(long nowMillis, double factor) {
        this(nowMillis, factor, USUAL_MILLIS);
    }

    /// The patience while the newest report of all is late: where a whole simulator is behind, none of its devices is
    /// silent.
    ///
    /// @param newestMillis event time of the newest report [ms since 1970]; 0 before the first
    public static ReportPatience of(long nowMillis, double factor, long newestMillis) {
        long late = newestMillis == 0 || factor == 0 ? 0 : (long) ((nowMillis - newestMillis) / factor);
        return new ReportPatience(nowMillis, factor, Math.clamp(USUAL_MILLIS + late, USUAL_MILLIS, MOST_MILLIS));
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
