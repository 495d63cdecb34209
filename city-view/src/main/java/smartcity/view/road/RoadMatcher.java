package smartcity.view.road;

import java.util.OptionalDouble;
import smartcity.event.Carriageway;
import smartcity.event.Location;
import smartcity.road.Road;

/// Finds the place on the road of a device. One that has moved little since its last report is found by a short
/// search, which thousands of reports a second need. Safe for use by several threads.
public final class RoadMatcher {
    /// Between two points of the line [m]; chosen: on the tightest bend the road leaves the chord by less than a lane.
    private static final double STEP_METRES = 20;

    /// Further away is not on the road [m]; chosen: twice the distance of a bad GPS fix.
    private static final double OFF_ROAD_METRES = 300;

    /// Points on either side of the last place that are searched; chosen: 1.2 km, more than a vehicle drives between
    /// two reports of a second.
    private static final int NEARBY = 60;

    private static final double METRES_PER_DEGREE = 111_195;

    private final double lengthMetres;
    private final double eastScale;
    private final double[] east;
    private final double[] north;
    private final double[] headings;

    public RoadMatcher(Road road) {
        lengthMetres = road.lengthMetres();
        int points = (int) Math.ceil(lengthMetres / STEP_METRES) + 1;
        east = new double[points];
        north = new double[points];
        headings = new double[points];
        eastScale = METRES_PER_DEGREE
                * Math.cos(Math.toRadians(road.locationAt(lengthMetres / 2).latitude()));
        for (int point = 0; point < points; point++) {
            double chainage = Math.min(point * STEP_METRES, lengthMetres);
            Location location = road.locationAt(chainage);
            east[point] = location.longitude() * eastScale;
            north[point] = location.latitude() * METRES_PER_DEGREE;
            headings[point] = road.headingAt(chainage, Carriageway.NORTHBOUND);
        }
    }

    /// The chainage of the place on the road nearest to a location [m]; empty when that is far from the road.
    ///
    /// @param last chainage of the device before [m]; NaN when unknown
    public OptionalDouble chainage(double latitude, double longitude, double last) {
        double x = longitude * eastScale;
        double y = latitude * METRES_PER_DEGREE;
        if (!Double.isNaN(last)) {
            int around = (int) Math.round(last / STEP_METRES);
            int point = nearest(x, y, Math.max(0, around - NEARBY), Math.min(east.length - 1, around + NEARBY));
            if (distance(x, y, point) < OFF_ROAD_METRES / 2) {
                return OptionalDouble.of(refined(x, y, point));
            }
        }
        int point = nearest(x, y, 0, east.length - 1);
        return distance(x, y, point) < OFF_ROAD_METRES
                ? OptionalDouble.of(refined(x, y, point))
                : OptionalDouble.empty();
    }

    /// Whether a heading [deg] at a chainage leads to Birmingham.
    public boolean leadsNorth(double chainageMetres, double heading) {
        int point = Math.clamp(Math.round(chainageMetres / STEP_METRES), 0, headings.length - 1);
        double turn = Math.abs(heading - headings[point]) % 360;
        return turn < 90 || turn > 270;
    }

    private int nearest(double x, double y, int first, int last) {
        int nearest = first;
        double least = Double.MAX_VALUE;
        for (int point = first; point <= last; point++) {
            double dx = east[point] - x;
            double dy = north[point] - y;
            double square = dx * dx + dy * dy;
            if (square < least) {
                least = square;
                nearest = point;
            }
        }
        return nearest;
    }

    private double distance(double x, double y, int point) {
        return Math.hypot(east[point] - x, north[point] - y);
    }

    /// The foot of the perpendicular on the chord around a point.
    private double refined(double x, double y, int point) {
        int from = Math.max(0, point - 1);
        int to = Math.min(east.length - 1, point + 1);
        double dx = east[to] - east[from];
        double dy = north[to] - north[from];
        double share = ((x - east[from]) * dx + (y - north[from]) * dy) / (dx * dx + dy * dy);
        return Math.clamp((from + share * (to - from)) * STEP_METRES, 0, lengthMetres);
    }
}
