package smartcity.road;

import java.util.stream.IntStream;
import smartcity.event.Location;

/// A smooth line through surveyed points, as a chain of short straight segments.
///
/// The line is a centripetal Catmull-Rom spline, which passes through every point without overshoot or loops.
/// Source: Yuksel, Schaefer, Keyser, "Parameterization and applications of Catmull-Rom curves", Computer-Aided
/// Design 43, 2011.
final class RoadLine {
    /// Mean radius of the Earth R1 [m]. Source: Moritz, "Geodetic Reference System 1980".
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /// Greatest length of a segment [m]; chosen: below the length of a lorry with trailer.
    private static final double SEGMENT_METRES = 15;

    private final double[] latitudes;
    private final double[] longitudes;
    private final double[] chainages;
    private final double[] headings;
    private final double[] chainageOfPoint;

    /// @param latitudes of the points in order [deg], at least two
    /// @param longitudes of the same points [deg]
    RoadLine(double[] latitudes, double[] longitudes) {
        int spans = latitudes.length - 1;
        int[] segments = new int[spans];
        int vertices = 1;
        for (int span = 0; span < spans; span++) {
            double metres = distance(latitudes[span], longitudes[span], latitudes[span + 1], longitudes[span + 1]);
            segments[span] = (int) Math.ceil(metres / SEGMENT_METRES);
            vertices += segments[span];
        }
        this.latitudes = new double[vertices];
        this.longitudes = new double[vertices];
        this.chainages = new double[vertices];
        this.chainageOfPoint = new double[latitudes.length];
        addVertices(new Spline(latitudes, longitudes), segments);
        this.headings =
                IntStream.range(0, vertices - 1).mapToDouble(this::headingOf).toArray();
    }

    private void addVertices(Spline spline, int[] segments) {
        int vertex = 0;
        spline.at(0, 0, latitudes, longitudes, 0);
        for (int span = 0; span < segments.length; span++) {
            for (int i = 1; i <= segments[span]; i++) {
                vertex++;
                spline.at(span, (double) i / segments[span], latitudes, longitudes, vertex);
                chainages[vertex] = chainages[vertex - 1]
                        + distance(
                                latitudes[vertex - 1], longitudes[vertex - 1], latitudes[vertex], longitudes[vertex]);
            }
            chainageOfPoint[span + 1] = chainages[vertex];
        }
    }

    double lengthMetres() {
        return chainages[chainages.length - 1];
    }

    /// Chainage of a surveyed point [m].
    double chainageOfPoint(int point) {
        return chainageOfPoint[point];
    }

    Location locationAt(double chainageMetres) {
        int segment = segmentAt(chainageMetres);
        double share = (chainageMetres - chainages[segment]) / (chainages[segment + 1] - chainages[segment]);
        return new Location(
                latitudes[segment] + share * (latitudes[segment + 1] - latitudes[segment]),
                longitudes[segment] + share * (longitudes[segment + 1] - longitudes[segment]));
    }

    /// Tangent in the direction of growing chainage, clockwise from true north [deg], 0 <= h < 360.
    double headingAt(double chainageMetres) {
        return headings[segmentAt(chainageMetres)];
    }

    private double headingOf(int segment) {
        double north = latitudes[segment + 1] - latitudes[segment];
        double east = (longitudes[segment + 1] - longitudes[segment])
                * Math.cos(Math.toRadians((latitudes[segment] + latitudes[segment + 1]) / 2));
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return degrees < 0 ? (degrees + 360) % 360 : degrees;
    }

    /// Chainage of the vertex nearest to a place [m]: within half a segment of the true foot of the perpendicular.
    double chainageNear(Location location) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int vertex = 0; vertex < chainages.length; vertex++) {
            double metres = distance(location.latitude(), location.longitude(), latitudes[vertex], longitudes[vertex]);
            if (metres < least) {
                least = metres;
                nearest = vertex;
            }
        }
        return chainages[nearest];
    }

    /// Index of the segment that contains a chainage; segments have about equal lengths, so the first estimate is
    /// close.
    private int segmentAt(double chainageMetres) {
        int last = chainages.length - 2;
        int segment = Math.clamp((long) (chainageMetres / lengthMetres() * last), 0, last);
        while (segment < last && chainages[segment + 1] <= chainageMetres) {
            segment++;
        }
        while (segment > 0 && chainages[segment] > chainageMetres) {
            segment--;
        }
        return segment;
    }

    /// Great-circle distance by the haversine formula [m].
    private static double distance(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double sinLatitude = Math.sin(Math.toRadians(toLatitude - fromLatitude) / 2);
        double sinLongitude = Math.sin(Math.toRadians(toLongitude - fromLongitude) / 2);
        double haversine = sinLatitude * sinLatitude
                + Math.cos(Math.toRadians(fromLatitude))
                        * Math.cos(Math.toRadians(toLatitude))
                        * sinLongitude
                        * sinLongitude;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(haversine));
    }
}
