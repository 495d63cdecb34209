package smartcity.event;

/// A place on Earth, WGS 84.
///
/// @param latitude [deg], -90 to 90
/// @param longitude [deg], -180 to 180
public record Location(double latitude, double longitude) {
    public Location {
        EventChecks.within("latitude", latitude, -90, 90);
        EventChecks.within("longitude", longitude, -180, 180);
    }
}
