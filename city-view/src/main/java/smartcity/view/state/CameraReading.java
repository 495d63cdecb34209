package smartcity.view.state;

import java.util.List;
import smartcity.view.report.CameraReport;

/// The last report of a camera and the figures of those before.
///
/// @param chainageMetres place on the road [m]
/// @param intervalMillis event time between its last two reports [ms]
/// @param history from old to new, this report included
public record CameraReading(
        CameraReport report, double chainageMetres, long intervalMillis, List<CameraFigures> history) {
    public CameraReading {
        history = List.copyOf(history);
    }

    /// The figures of one report.
    ///
    /// @param speedKmh mean speed [km/h]
    /// @param intensity flow [vehicles/h]
    public record CameraFigures(long timestampMillis, double speedKmh, double intensity) {}
}
