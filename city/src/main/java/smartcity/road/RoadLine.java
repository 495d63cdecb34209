package smartcity.road;

import java.util.stream.IntStream;
import smartcity.event.Location;

/// A smooth line through surveyed points, as a chain of short straights.
///
/// The line is a centripetal Catmull-Rom spline, which meets every point and neither overshoots nor forms loops.
/// Source:
/// Yuksel, Schaefer, Keyser, "Parameterization and applications of Catmull-Rom curves", Computer-Aided Design 43, 2011.
final class RoadLine {
    /// Mean radius of the Earth R1 [m]. Source: Moritz, "Geodetic Reference System 1980".
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /// Length of a straight at most [m]; chosen: below the length of a lorry with trailer.
    private static final double STRAIGHT_METRES = 15;

    private final double[] latitudes;
    private final double[] longitudes;
    private final double[] chainages;
    private final double[] headings;
    private final double[] chainageOfPoint;

    /// @param latitudes of the points in order [deg], at least two
    /// @param longitudes of the same points [deg]
    RoadLine(double[] latitudes, double[] longitudes) {
        int spans = latitudes.length - 1;
        int[] straights = new int[spans];
        int vertices = 1;
        for (int span = 0; span < spans; span++) {
            double metres = distance(latitudes[span], longitudes[span], latitudes[span + 1], longitudes[span + 1]);
            straights[span] = (int) Math.ceil(metres / STRAIGHT_METRES);
            vertices += straights[span];
        }
        this.latitudes = new double[vertices];
        this.longitudes = new double[vertices];
        this.chainages = new double[vertices];
        this.chainageOfPoint = new double[latitudes.length];
        lay(new Spline(latitudes, longitudes), straights);
        this.headings =
                IntStream.range(0, vertices - 1).mapToDouble(this::headingOf).toArray();
    }

    private void lay(Spline spline, int[] straights) {
        int vertex = 0;
        spline.at(0, 0, latitudes, longitudes, 0);
        for (int span = 0; span < straights.length; span++) {
            for (int i = 1; i <= straights[span]; i++) {
                vertex++;
                spline.at(span, (double) i / straights[span], latitudes, longitudes, vertex);
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
        int straight = straightAt(chainageMetres);
        double share = (chainageMetres - chainages[straight]) / (chainages[straight + 1] - chainages[straight]);
        return new Location(
                latitudes[straight] + share * (latitudes[straight + 1] - latitudes[straight]),
                longitudes[straight] + share * (longitudes[straight + 1] - longitudes[straight]));
    }

    /// Tangent in the direction of growing chainage, clockwise from true north [deg], 0 <= h < 360.
    double headingAt(double chainageMetres) {
        return headings[straightAt(chainageMetres)];
    }

    private double headingOf(int straight) {
        double north = latitudes[straight + 1] - latitudes[straight];
        double east = (longitudes[straight + 1] - longitudes[straight])
                * Math.cos(Math.toRadians((latitudes[straight] + latitudes[straight + 1]) / 2));
        double degrees = Math.toDegrees(Math.atan2(east, north));
        return degrees < 0 ? (degrees + 360) % 360 : degrees;
    }

    /// Chainage of the vertex nearest to a place [m]: within half a straight of the true foot of the perpendicular.
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

    /// Index of the straight that holds a chainage; straights are about equally long, so the guess is close.
    private int straightAt(double chainageMetres) {
        int last = chainages.length - 2;
        int straight = Math.clamp((long) (chainageMetres / lengthMetres() * last), 0, last);
        while (straight < last && chainages[straight + 1] <= chainageMetres) {
            straight++;
        }
        while (straight > 0 && chainages[straight] > chainageMetres) {
            straight--;
        }
        return straight;
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
