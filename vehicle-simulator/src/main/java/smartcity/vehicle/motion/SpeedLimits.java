package smartcity.vehicle.motion;

import smartcity.event.Carriageway;
import smartcity.road.Road;

/// The speed limit along one carriageway as drivers obey it: they slow down before a lower limit begins.
final class SpeedLimits {
    /// Distance of neighbouring points [m].
    private static final double SPACING_METRES = 25;

    /// Deceleration towards a lower limit [m/s2]; chosen: lifting the foot rather than braking.
    private static final double EASING = 0.5;

    /// A lower limit is met this far ahead of its sign [m]; chosen: what drivers lag behind the speed they aim at.
    private static final double AHEAD_METRES = 150;

    private static final double KMH = 3.6;

    private final Carriageway carriageway;
    private final double lengthMetres;
    private final double[] limitsKmh;

    SpeedLimits(Road road, Carriageway carriageway) {
        this.carriageway = carriageway;
        lengthMetres = road.lengthMetres();
        int last = (int) Math.ceil(lengthMetres / SPACING_METRES);
        limitsKmh = new double[last + 1];
        double ahead = Double.POSITIVE_INFINITY;
        for (int point = last; point >= 0; point--) {
            double limit = leastNear(road, point * SPACING_METRES);
            double metresPerSecond = ahead / KMH;
            double eased = KMH * Math.sqrt(metresPerSecond * metresPerSecond + 2 * EASING * SPACING_METRES);
            ahead = Math.min(limit, eased);
            limitsKmh[point] = ahead;
        }
    }

    /// The lower of the limits here and a little ahead [km/h].
    private double leastNear(Road road, double metres) {
        double here = road.sectionAt(chainage(Math.min(metres, lengthMetres))).limitKmh();
        double soon = road.sectionAt(chainage(Math.min(metres + AHEAD_METRES, lengthMetres)))
                .limitKmh();
        return Math.min(here, soon);
    }

    double lengthMetres() {
        return lengthMetres;
    }

    Carriageway carriageway() {
        return carriageway;
    }

    /// Place on the road after a distance driven from the start of the carriageway [m].
    double chainage(double metres) {
        return switch (carriageway) {
            case NORTHBOUND -> metres;
            case SOUTHBOUND -> lengthMetres - metres;
        };
    }

    /// The limit after a distance driven, 0 to the length of the road [km/h].
    double limitKmhAt(double metres) {
        double place = metres / SPACING_METRES;
        int point = Math.min((int) place, limitsKmh.length - 2);
        return limitsKmh[point] + (place - point) * (limitsKmh[point + 1] - limitsKmh[point]);
    }

    /// Time of a journey on the empty road [s].
    double freeSeconds(Vehicle vehicle) {
        double hours = 0;
        for (double limitKmh : limitsKmh) {
            hours += SPACING_METRES / 1000 / vehicle.freeKmh(limitKmh);
        }
        return hours * 3600;
    }
}
