package smartcity.event;

/// A heading as a point of the 8-point compass.
public enum CompassDirection {
    N,
    NE,
    E,
    SE,
    S,
    SW,
    W,
    NW;

    private static final CompassDirection[] CLOCKWISE = values();

    /// The point nearest to a heading.
    ///
    /// @param headingDegrees clockwise from true north [deg], 0 <= h < 360
    public static CompassDirection of(double headingDegrees) {
        EventChecks.heading("headingDegrees", headingDegrees);
        return CLOCKWISE[(int) Math.round(headingDegrees / 45) % CLOCKWISE.length];
    }
}
