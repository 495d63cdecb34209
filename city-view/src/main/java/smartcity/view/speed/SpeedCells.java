package smartcity.view.speed;

import smartcity.road.Road;

/// The kilometres of both carriageways, numbered: those to Birmingham, then those to London.
final class SpeedCells {
    private static final double METRES_PER_CELL = 1_000;

    private final double[] limits;

    SpeedCells(Road road) {
        limits = new double[(int) Math.ceil(road.lengthMetres() / METRES_PER_CELL)];
        for (int cell = 0; cell < limits.length; cell++) {
            double middle = Math.min((cell + 0.5) * METRES_PER_CELL, road.lengthMetres());
            limits[cell] = road.sectionAt(middle).limitKmh();
        }
    }

    /// Kilometres of one carriageway.
    int ofOne() {
        return limits.length;
    }

    /// Number of the first kilometre of a carriageway.
    int first(boolean northbound) {
        return northbound ? 0 : limits.length;
    }

    /// The kilometre of a place, counted from London, the same on both carriageways.
    int at(double chainageMetres) {
        return Math.clamp((long) (chainageMetres / METRES_PER_CELL), 0, limits.length - 1);
    }

    /// Limit of a kilometre counted from London [km/h].
    double limitKmh(int kilometre) {
        return limits[kilometre];
    }
}
