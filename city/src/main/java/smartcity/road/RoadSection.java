package smartcity.road;

/// The part of the road between two surveyed points; both carriageways have the same properties.
///
/// @param road official number, such as `M40`
/// @param fromMetres chainage of its London end [m]
/// @param toMetres chainage of its Birmingham end [m]
/// @param lanes number of lanes of each carriageway, 1 to 8
/// @param limitKmh speed limit for cars [km/h]
public record RoadSection(String road, double fromMetres, double toMetres, int lanes, double limitKmh) {
    public RoadSection {
        if (!(fromMetres < toMetres)) {
            throw new IllegalArgumentException(
                    "toMetres must be above fromMetres %s but was %s".formatted(fromMetres, toMetres));
        }
        if (lanes < 1 || lanes > 8) {
            throw new IllegalArgumentException("lanes must be within [1, 8] but was " + lanes);
        }
    }
}
