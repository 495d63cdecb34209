package smartcity.weather.field;

/// Mean wind at 10 m.
///
/// @param eastKmh component towards the east [km/h]
/// @param northKmh component towards the north [km/h]
public record Wind(double eastKmh, double northKmh) {
    /// Speed [km/h].
    public double speedKmh() {
        return Math.hypot(eastKmh, northKmh);
    }

    /// Where it comes from, clockwise from true north [deg], 0 <= d < 360.
    public double fromDegrees() {
        return (Math.toDegrees(Math.atan2(-eastKmh, -northKmh)) + 360) % 360;
    }

    /// The wind in the same direction at a multiple of the speed.
    Wind times(double factor) {
        return new Wind(eastKmh * factor, northKmh * factor);
    }

    /// The wind turned counter-clockwise by an angle.
    Wind backedBy(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Wind(eastKmh * cos - northKmh * sin, eastKmh * sin + northKmh * cos);
    }
}
