package smartcity.incident.life;

import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.road.RoadSection;

/// The place of an incident.
///
/// @param section the road section of the place
/// @param description in words, such as `between J9 A34/A41 and J10 Cherwell Valley`
/// @param chainageMetres distance from the London end [m]
record IncidentLocation(
        RoadSection section, String description, double chainageMetres, Carriageway carriageway, Location point) {
    /// The place at a chainage.
    ///
    /// @param chainageMetres 0 to the length of the road
    static IncidentLocation on(Road road, double chainageMetres, Carriageway carriageway) {
        return new IncidentLocation(
                road.sectionAt(chainageMetres),
                descriptionOf(road, chainageMetres),
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

    private static String descriptionOf(Road road, double chainageMetres) {
        Junction before = road.junctions().getFirst();
        for (Junction junction : road.junctions()) {
            if (junction.chainageMetres() > chainageMetres) {
                return "between %s and %s".formatted(nameOf(before), nameOf(junction));
            }
            before = junction;
        }
        return "at " + nameOf(before);
    }

    /// The name without the note that it is an end of the road.
    private static String nameOf(Junction junction) {
        return junction.name().replaceFirst(" \\((start|end)\\)$", "");
    }
}
