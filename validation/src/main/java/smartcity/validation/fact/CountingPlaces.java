package smartcity.validation.fact;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import smartcity.demand.RoadLink;
import smartcity.event.Location;
import smartcity.road.Road;

/// The places where passing vehicles are counted: the middle of each counted link.
///
/// A place is compared by its position along the line from London to Birmingham, which grows all along the road from
/// the first of these places to the last.
final class CountingPlaces {
    /// Degrees of latitude for a degree of longitude: the cosine of the latitude of the road.
    private static final double LATITUDE_PER_LONGITUDE = 0.62;

    private final Map<RoadLink, Double> positions = new EnumMap<>(RoadLink.class);

    CountingPlaces(Road road) {
        for (RoadLink link : RoadLink.counted()) {
            positions.put(link, position(road.locationAt(link.middleMetres(road))));
        }
    }

    /// The link whose place is between two locations of a vehicle, which are less than 5 km apart.
    Optional<RoadLink> passed(Location from, Location to) {
        double before = position(from);
        double after = position(to);
        return positions.entrySet().stream()
                .filter(place -> before < place.getValue() != after < place.getValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Grows from London to Birmingham [degrees of latitude].
    static double position(Location location) {
        return location.latitude() - LATITUDE_PER_LONGITUDE * location.longitude();
    }
}
