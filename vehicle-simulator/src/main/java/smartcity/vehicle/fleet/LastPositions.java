package smartcity.vehicle.fleet;

import java.util.Arrays;

/// The last known positions of vehicles, so that a search for those on a part of the road need not examine all of
/// them. Not safe for use by several threads.
final class LastPositions {
    /// No vehicle is faster [m/s]: a little above the 250 km/h that [smartcity.event.Motion] allows.
    private static final double FASTEST = 70;

    private final double[] places;
    private final long[] instants;

    /// @param vehicles their number; no position is known yet
    LastPositions(int vehicles) {
        places = new double[vehicles];
        Arrays.fill(places, Double.NaN);
        instants = new long[vehicles];
    }

    /// Whether a vehicle can be on a part of the road at an instant, before or after its last known position. True
    /// without one: NaN compares as false, which saves a check per vehicle.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    boolean mayBeWithin(int vehicle, double fromMetres, double toMetres, long epochMicros) {
        double reach = FASTEST * Math.abs(epochMicros - instants[vehicle]) / 1e6;
        return !(places[vehicle] + reach < fromMetres || places[vehicle] - reach > toMetres);
    }

    /// Instant of a vehicle's last known position, or 1970 without one [us].
    long instantOf(int vehicle) {
        return instants[vehicle];
    }

    /// Stores its position at an instant.
    void store(int vehicle, double chainageMetres, long epochMicros) {
        places[vehicle] = chainageMetres;
        instants[vehicle] = epochMicros;
    }
}
