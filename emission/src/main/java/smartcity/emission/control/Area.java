package smartcity.emission.control;

import java.util.Arrays;
import smartcity.event.Location;

/// A part of the map between two meridians and two parallels, edges included.
record Area(double west, double south, double east, double north) {
    static final Area EVERYWHERE = new Area(-180, -90, 180, 90);

    private static final String RULE = "must be west,south,east,north in degrees, west and south first";

    /// Reads a `bbox` as RFC 7946 orders it.
    static Area parse(String bbox) {
        double[] edges;
        try {
            edges = Arrays.stream(bbox.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new RefusedException("bbox", RULE, bbox);
        }
        if (edges.length != 4 || !(edges[0] <= edges[2]) || !(edges[1] <= edges[3])) {
            throw new RefusedException("bbox", RULE, bbox);
        }
        return new Area(edges[0], edges[1], edges[2], edges[3]);
    }

    boolean holds(Location place) {
        return place.longitude() >= west
                && place.longitude() <= east
                && place.latitude() >= south
                && place.latitude() <= north;
    }
}
