package smartcity.view.road;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import smartcity.event.Location;
import smartcity.road.Junction;
import smartcity.road.Road;

/// Where vehicles park: beside the road at junctions and services. One that stands there is not traffic.
public final class RestPlaces {
    /// Motorway services of the M40: Beaconsfield, Oxford, Cherwell Valley and Warwick. Source: their operators'
    /// addresses, to about 100 m.
    private static final List<Location> SERVICES = List.of(
            new Location(51.588, -0.628),
            new Location(51.738, -1.097),
            new Location(51.950, -1.200),
            new Location(52.220, -1.516));

    /// How near a parked vehicle is reported [m]; chosen: more than the error of matching.
    private static final double NEAR_METRES = 30;

    private final double[] chainages;

    public RestPlaces(Road road) {
        chainages = DoubleStream.concat(
                        road.junctions().stream().mapToDouble(Junction::chainageMetres),
                        SERVICES.stream().mapToDouble(road::chainageNear))
                .sorted()
                .toArray();
    }

    /// The places in order [m].
    public double[] chainages() {
        return chainages.clone();
    }

    /// Whether a vehicle that stands at a chainage is parked.
    public boolean isParked(double chainageMetres, double speedKmh) {
        if (speedKmh > 0) {
            return false;
        }
        int found = Arrays.binarySearch(chainages, chainageMetres);
        int next = found >= 0 ? found : -found - 1;
        return isNear(next, chainageMetres) || isNear(next - 1, chainageMetres);
    }

    private boolean isNear(int place, double chainageMetres) {
        return place >= 0 && place < chainages.length && Math.abs(chainages[place] - chainageMetres) <= NEAR_METRES;
    }
}
