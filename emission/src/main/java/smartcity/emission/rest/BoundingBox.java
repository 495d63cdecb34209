package smartcity.emission.rest;

import java.util.Arrays;
import smartcity.event.Location;
import smartcity.http.RequestRefusedException;

/// A part of the map between two meridians and two parallels, edges included.
record BoundingBox(double west, double south, double east, double north) {
    static final BoundingBox EVERYWHERE = new BoundingBox(-180, -90, 180, 90);

    private static final String RULE =
            "must be west,south,east,north in degrees, within [-180, 180] and [-90, 90], west and south first";

    /// Reads a `bbox` as RFC 7946 orders it.
    static BoundingBox parse(String bbox) {
        double[] edges;
        try {
            edges = Arrays.stream(bbox.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new RequestRefusedException("bbox", RULE, bbox);
        }
        if (edges.length != 4 || !isOrdered(-180, edges[0], edges[2], 180) || !isOrdered(-90, edges[1], edges[3], 90)) {
            throw new RequestRefusedException("bbox", RULE, bbox);
        }
        return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
    }

    private static boolean isOrdered(double least, double first, double second, double most) {
        return least <= first && first <= second && second <= most;
    }

    boolean holds(Location place) {
        return place.longitude() >= west
                && place.longitude() <= east
                && place.latitude() >= south
                && place.latitude() <= north;
    }
}
