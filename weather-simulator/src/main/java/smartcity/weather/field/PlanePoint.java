package smartcity.weather.field;

import smartcity.event.Location;

/// A place on the tangent plane at 52 N, 1 W; distances within 150 km of that point are exact to 1 %.
///
/// @param eastKm distance east of the origin [km]
/// @param northKm distance north of the origin [km]
record PlanePoint(double eastKm, double northKm) {
    private static final double ORIGIN_LATITUDE = 52;
    private static final double ORIGIN_LONGITUDE = -1;

    /// Length of a degree of latitude on a sphere of 6371 km radius [km].
    private static final double KM_PER_DEGREE = Math.PI / 180 * 6371;

    static PlanePoint of(Location location) {
        return new PlanePoint(
                (location.longitude() - ORIGIN_LONGITUDE) * KM_PER_DEGREE * Math.cos(Math.toRadians(ORIGIN_LATITUDE)),
                (location.latitude() - ORIGIN_LATITUDE) * KM_PER_DEGREE);
    }

    PlanePoint plus(double eastKmFurther, double northKmFurther) {
        return new PlanePoint(eastKm + eastKmFurther, northKm + northKmFurther);
    }
}
