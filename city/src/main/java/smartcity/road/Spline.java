package smartcity.road;

/// A centripetal Catmull-Rom spline through points given in degrees, evaluated by the pyramid of Barry and Goldman.
///
/// Longitudes are scaled by the cosine of the mean latitude, so that knot distances are correct in both directions.
final class Spline {
    private final double[] latitudes;
    private final double[] longitudes;
    private final double longitudeScale;

    /// @param latitudes of the points in order [deg], at least two
    /// @param longitudes of the same points [deg]
    Spline(double[] latitudes, double[] longitudes) {
        this.latitudes = withPhantoms(latitudes);
        this.longitudes = withPhantoms(longitudes);
        double mean = (latitudes[0] + latitudes[latitudes.length - 1]) / 2;
        this.longitudeScale = Math.cos(Math.toRadians(mean));
    }

    /// Computes the place at a share (0 to 1) of the way from one point to the next, and stores it in
    /// `latitude[index]` and `longitude[index]`.
    void at(int point, double share, double[] latitude, double[] longitude, int index) {
        double[] knots = new double[4];
        for (int i = 1; i < 4; i++) {
            knots[i] = knots[i - 1] + knotDistance(point + i - 1, point + i);
        }
        double t = knots[1] + share * (knots[2] - knots[1]);
        latitude[index] = pyramid(latitudes, point, knots, t);
        longitude[index] = pyramid(longitudes, point, knots, t);
    }

    /// Centripetal: the square root of the distance.
    private double knotDistance(int from, int to) {
        double north = latitudes[to] - latitudes[from];
        double east = (longitudes[to] - longitudes[from]) * longitudeScale;
        return Math.sqrt(Math.hypot(north, east));
    }

    private static double pyramid(double[] values, int first, double[] knots, double t) {
        double[] level = {values[first], values[first + 1], values[first + 2], values[first + 3]};
        for (int width = 1; width <= 2; width++) {
            for (int i = 0; i + width < 4; i++) {
                level[i] = between(level[i], level[i + 1], knots[i], knots[i + width], t);
            }
        }
        return between(level[0], level[1], knots[1], knots[2], t);
    }

    private static double between(double from, double to, double fromKnot, double toKnot, double t) {
        return from + (to - from) * (t - fromKnot) / (toKnot - fromKnot);
    }

    /// Adds a neighbour to each end point: the mirror image of the point next to it.
    private static double[] withPhantoms(double[] values) {
        int count = values.length;
        double[] extended = new double[count + 2];
        System.arraycopy(values, 0, extended, 1, count);
        extended[0] = 2 * values[0] - values[1];
        extended[count + 1] = 2 * values[count - 1] - values[count - 2];
        return extended;
    }
}
