package smartcity.vehicle.gps;

import smartcity.chance.Seed;
import smartcity.event.Carriageway;

/// The bridges over the road that block satellite signals: a pure function of the seed, because no survey was found.
///
/// The road is divided into parts of equal length, with one bridge at a random place on each.
public final class RoadBridges {
    /// Length of a part, and of the road below a bridge [m]; chosen.
    private static final double SPACING_METRES = 3_000;

    private static final double BELOW_METRES = 20;

    private final double[] places;

    /// @param lengthMetres of the road
    public RoadBridges(Seed seed, double lengthMetres) {
        Seed bridgeSeed = seed.of("bridges");
        places = new double[(int) (lengthMetres / SPACING_METRES)];
        for (int bridge = 0; bridge < places.length; bridge++) {
            double free = SPACING_METRES - BELOW_METRES;
            places[bridge] = bridge * SPACING_METRES + bridgeSeed.of(bridge).uniform() * free;
        }
    }

    /// Distance since the last bridge [m]: 0 below a bridge, infinite before the first one.
    ///
    /// @param chainageMetres 0 to the length of the road
    public double metresSince(double chainageMetres, Carriageway carriageway) {
        int here = Math.min((int) (chainageMetres / SPACING_METRES), places.length - 1);
        double least = Double.POSITIVE_INFINITY;
        for (int bridge = Math.max(0, here - 1); bridge <= Math.min(here + 1, places.length - 1); bridge++) {
            double since = switch (carriageway) {
                case NORTHBOUND -> chainageMetres - (places[bridge] + BELOW_METRES);
                case SOUTHBOUND -> places[bridge] - chainageMetres;
            };
            if (since > -BELOW_METRES) {
                least = Math.min(least, Math.max(0, since));
            }
        }
        return least;
    }
}
