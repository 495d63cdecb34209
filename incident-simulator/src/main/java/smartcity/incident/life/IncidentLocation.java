package smartcity.incident.life;

import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.road.RoadSection;

/// Where an incident is.
///
/// @param section the stretch of road that holds it
/// @param stretch in words, such as `between J9 A34/A41 and J10 Cherwell Valley`
/// @param chainageMetres distance from the London end [m]
record IncidentLocation(
        RoadSection section, String stretch, double chainageMetres, Carriageway carriageway, Location location) {
    /// @param chainageMetres 0 to the length of the road
    static IncidentLocation on(Road road, double chainageMetres, Carriageway carriageway) {
        return new IncidentLocation(
                road.sectionAt(chainageMetres),
                stretch(road, chainageMetres),
                chainageMetres,
                carriageway,
                road.locationAt(chainageMetres));
    }

    /// Official number of the road.
    String road() {
        return section.road();
    }

    /// Lanes of the carriageway.
    int lanes() {
        return section.lanes();
    }

    private static String stretch(Road road, double chainageMetres) {
        Junction before = road.junctions().getFirst();
        for (Junction junction : road.junctions()) {
            if (junction.chainageMetres() > chainageMetres) {
                return "between %s and %s".formatted(plain(before), plain(junction));
            }
            before = junction;
        }
        return "at " + plain(before);
    }

    /// The name without the note on which end of the road it is.
    private static String plain(Junction junction) {
        return junction.name().replaceFirst(" \\((start|end)\\)$", "");
    }
}
