package smartcity.view.state;

/// When a device that does not report counts as silent: after three of its intervals of simulated time, and the time
/// that a report is under way.
///
/// @param nowMillis simulated time [ms since 1970]
/// @param factor simulated seconds per real second
public record ReportPatience(long nowMillis, double factor) {
    private static final int INTERVALS = 3;

    /// From a report to the page, at most [real ms]; chosen: a transaction of the simulator and its delays.
    private static final long UNDER_WAY_MILLIS = 3_000;

    /// Whether the device is silent.
    ///
    /// @param lastMillis event time of its last report [ms since 1970]
    /// @param intervalMillis event time between two of its reports [ms]
    public boolean isSilent(long lastMillis, long intervalMillis) {
        return isOver(lastMillis, intervalMillis, INTERVALS);
    }

    boolean isOver(long lastMillis, long intervalMillis, int intervals) {
        return nowMillis - lastMillis > intervals * intervalMillis + (long) (UNDER_WAY_MILLIS * Math.max(1, factor));
    }
}
