package smartcity.vehicle.fleet;

import java.util.Arrays;

/// Where vehicles were when they were last looked at, so that who looks for those on a stretch of road need not
/// look at all. Not safe for use by several threads.
final class LastPositions {
    /// No vehicle is faster [m/s]: a little above the 250 km/h that [smartcity.event.Motion] allows.
    private static final double FASTEST = 70;

    private final double[] places;
    private final long[] instants;

    /// @param vehicles how many; none was looked at yet
    LastPositions(int vehicles) {
        places = new double[vehicles];
        Arrays.fill(places, Double.NaN);
        instants = new long[vehicles];
    }

    /// Whether a vehicle can be on a stretch at an instant, earlier or later than when it was looked at.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    boolean mayBeWithin(int vehicle, double fromMetres, double toMetres, long epochMicros) {
        double reach = FASTEST * Math.abs(epochMicros - instants[vehicle]) / 1e6;
        return !(places[vehicle] + reach < fromMetres || places[vehicle] - reach > toMetres);
    }

    /// When a vehicle was looked at last, or 1970 [us].
    long instantOf(int vehicle) {
        return instants[vehicle];
    }

    /// Keeps where it is at an instant.
    void note(int vehicle, double chainageMetres, long epochMicros) {
        places[vehicle] = chainageMetres;
        instants[vehicle] = epochMicros;
    }
}
