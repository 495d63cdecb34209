package smartcity.event;

/// The speed and heading of a vehicle.
///
/// @param speedKmh ground speed [km/h], 0 to 250
/// @param headingDegrees clockwise from true north [deg], 0 <= h < 360
public record Motion(double speedKmh, double headingDegrees) {
    public Motion {
        EventChecks.within("speedKmh", speedKmh, 0, 250);
        EventChecks.heading("headingDegrees", headingDegrees);
    }

    /// The heading as a point of the compass.
    public CompassDirection direction() {
        return CompassDirection.of(headingDegrees);
    }
}
