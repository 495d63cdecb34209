package smartcity.weather.field;

/// Mean wind at 10 m.
///
/// @param eastKmh component towards the east [km/h]
/// @param northKmh component towards the north [km/h]
public record MeanWind(double eastKmh, double northKmh) {
    /// Speed [km/h].
    public double speedKmh() {
        return Math.hypot(eastKmh, northKmh);
    }

    /// Direction from which it blows, clockwise from true north [deg], 0 <= d < 360.
    public double fromDegrees() {
        return (Math.toDegrees(Math.atan2(-eastKmh, -northKmh)) + 360) % 360;
    }

    /// The wind in the same direction at a multiple of the speed.
    MeanWind times(double factor) {
        return new MeanWind(eastKmh * factor, northKmh * factor);
    }

    /// The wind turned counter-clockwise by an angle.
    MeanWind backedBy(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new MeanWind(eastKmh * cos - northKmh * sin, eastKmh * sin + northKmh * cos);
    }
}
