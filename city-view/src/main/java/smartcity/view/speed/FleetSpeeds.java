package smartcity.view.speed;

import java.util.Arrays;
import java.util.List;
import smartcity.event.VehicleType;
import smartcity.road.Road;
import smartcity.view.road.RestPlaces;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;

/// The mean speed of the fleet's vehicles relative to the limit, by kilometre; it holds for a while after the last one
/// has left. For one thread.
final class FleetSpeeds {
    /// Speeds of vehicles of which more is not asked [km/h]: limiters of lorries and coaches.
    private static final double LORRY_KMH = 90;

    private static final double COACH_KMH = 100;

    /// Simulated time for which a speed holds [ms]; chosen.
    private static final long HELD_MILLIS = 180_000;

    /// The same where all vehicles join or leave [ms]: a queue of them is seen again as long as it lasts, and some that
    /// leave services together are none; chosen.
    private static final long JOINING_HELD_MILLIS = 15_000;

    /// So many slow vehicles at a junction or services are a queue; chosen.
    private static final int QUEUE = 3;

    /// Above this share of the limit no vehicle joins or leaves; chosen.
    private static final double FLOWING = 0.7;

    /// Vehicles that join or leave are slow this far from junctions and services [m]; chosen.
    private static final double JOINING_METRES = 400;

    private final SpeedCells cells;
    /// Where vehicles join and leave [m], in order.
    private final double[] joins;

    private final double[] held;
    private final int[] heldCount;
    private final long[] heldSince;

    FleetSpeeds(Road road, SpeedCells cells) {
        this.cells = cells;
        joins = new RestPlaces(road).chainages();
        held = new double[2 * cells.ofOne()];
        heldCount = new int[held.length];
        heldSince = new long[held.length];
        Arrays.fill(heldSince, Long.MIN_VALUE / 2);
    }

    /// Takes the places and speeds of an instant.
    void hold(long nowMillis, List<TrackedVehicle> vehicles) {
        double[] sums = new double[held.length];
        int[] counts = new int[held.length];
        int[] joining = new int[held.length];
        for (TrackedVehicle vehicle : vehicles) {
            if (vehicle.activity() == VehicleActivity.DRIVING) {
                int kilometre = cells.at(vehicle.chainageMetres());
                int cell = cells.first(vehicle.northbound()) + kilometre;
                double ratio = vehicle.speedKmh() / reference(vehicle.type(), cells.limitKmh(kilometre));
                if (ratio > FLOWING || !isJoining(vehicle.chainageMetres()) || ++joining[cell] >= QUEUE) {
                    sums[cell] += ratio;
                    counts[cell]++;
                }
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            if (counts[cell] > 0) {
                held[cell] = sums[cell] / counts[cell];
                heldCount[cell] = counts[cell];
                boolean allJoin = counts[cell] == Math.max(0, joining[cell] - QUEUE + 1);
                heldSince[cell] = allJoin ? nowMillis - HELD_MILLIS + JOINING_HELD_MILLIS : nowMillis;
            }
        }
    }

    /// Share of the limit in a kilometre; NaN when no vehicle has been there lately.
    double ratio(long nowMillis, int cell) {
        return nowMillis - heldSince[cell] > HELD_MILLIS ? Double.NaN : held[cell];
    }

    /// Vehicles that [#ratio] is the mean of.
    int count(int cell) {
        return heldCount[cell];
    }

    private boolean isJoining(double chainageMetres) {
        int found = Arrays.binarySearch(joins, chainageMetres);
        int next = found >= 0 ? found : -found - 1;
        return (next < joins.length && joins[next] - chainageMetres < JOINING_METRES)
                || (next > 0 && chainageMetres - joins[next - 1] < JOINING_METRES);
    }

    private static double reference(VehicleType type, double limitKmh) {
        return switch (type) {
            case LORRY -> Math.min(limitKmh, LORRY_KMH);
            case COACH -> Math.min(limitKmh, COACH_KMH);
            case CAR, VAN, MOTORCYCLE -> limitKmh;
        };
    }
}
