package smartcity.vehicle.motion;

import smartcity.event.Carriageway;
import smartcity.road.Road;

/// The speed limits along one carriageway as drivers obey them: they slow down before a lower limit begins.
final class SpeedLimits {
    /// Distance between neighbouring points [m].
    private static final double SPACING_METRES = 25;

    /// Deceleration towards a lower limit [m/s2]; chosen: without braking.
    private static final double EASING = 0.5;

    /// A lower limit is reached this far before its sign [m]; chosen: the lag of drivers behind their desired speed.
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

    Carriageway carriageway() {
        return carriageway;
    }

    /// Chainage after a distance from the start of the carriageway, or the reverse [m].
    double chainage(double metres) {
        return switch (carriageway) {
            case NORTHBOUND -> metres;
            case SOUTHBOUND -> lengthMetres - metres;
        };
    }

    /// The chainage at a distance ahead of a place, at most the end of the road [m].
    double ahead(double chainageMetres, double metres) {
        return switch (carriageway) {
            case NORTHBOUND -> Math.min(lengthMetres, chainageMetres + metres);
            case SOUTHBOUND -> Math.max(0, chainageMetres - metres);
        };
    }

    /// The limit at a place on the road [km/h].
    double limitKmhAt(double chainageMetres) {
        double place = chainage(chainageMetres) / SPACING_METRES;
        int point = Math.min((int) place, limitsKmh.length - 2);
        return limitsKmh[point] + (place - point) * (limitsKmh[point + 1] - limitsKmh[point]);
    }

    /// The travel times of a vehicle on the empty road.
    TravelTimes travelTimesOf(Vehicle vehicle) {
        double[] seconds = new double[limitsKmh.length];
        for (int point = 1; point < seconds.length; point++) {
            double kmh = vehicle.freeKmh(limitsKmh[point]);
            seconds[point] = seconds[point - 1] + SPACING_METRES * KMH / kmh;
        }
        return chainage -> {
            double place = chainage(chainage) / SPACING_METRES;
            int point = Math.min((int) place, seconds.length - 2);
            return seconds[point] + (place - point) * (seconds[point + 1] - seconds[point]);
        };
    }

    /// The travel times of one vehicle on the empty road.
    interface TravelTimes {
        /// Time from the start of the carriageway to a chainage [s].
        double secondsAt(double chainageMetres);

        /// Time between two chainages [s].
        default double seconds(double from, double to) {
            return Math.abs(secondsAt(from) - secondsAt(to));
        }
    }
}
