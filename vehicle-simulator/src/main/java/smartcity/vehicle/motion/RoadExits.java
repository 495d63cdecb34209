package smartcity.vehicle.motion;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Junction;
import smartcity.road.Road;

/// The places where vehicles join the road, leave it and rest: its junctions and its services.
final class RoadExits {
    /// Motorway services of the M40: Beaconsfield, Oxford, Cherwell Valley and Warwick. Source: their operators'
    /// addresses, to about 100 m.
    private static final Location[] SERVICES = {
        new Location(51.588, -0.628),
        new Location(51.738, -1.097),
        new Location(51.950, -1.200),
        new Location(52.220, -1.516)
    };

    private final double[] junctions;
    private final double[] services;

    RoadExits(Road road) {
        junctions =
                road.junctions().stream().mapToDouble(Junction::chainageMetres).toArray();
        services = Arrays.stream(SERVICES).mapToDouble(road::chainageNear).toArray();
    }

    /// Number of junctions, from London to Birmingham.
    int count() {
        return junctions.length;
    }

    /// Chainage of a junction [m].
    double junction(int index) {
        return junctions[index];
    }

    /// Chainage of the services nearest to a place [m].
    double servicesNear(double chainageMetres) {
        return DoubleStream.of(services)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(one - chainageMetres), Math.abs(other - chainageMetres)))
                .orElseThrow();
    }

    /// Chainage of the next junction ahead of a place, or of the end of the road [m].
    double ahead(double chainageMetres, Carriageway carriageway) {
        return switch (carriageway) {
            case NORTHBOUND ->
                DoubleStream.of(junctions)
                        .filter(place -> place > chainageMetres)
                        .min()
                        .orElse(junctions[junctions.length - 1]);
            case SOUTHBOUND ->
                DoubleStream.of(junctions)
                        .filter(place -> place < chainageMetres)
                        .max()
                        .orElse(junctions[0]);
        };
    }
}
