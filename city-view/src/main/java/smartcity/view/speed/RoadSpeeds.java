package smartcity.view.speed;

import java.util.Arrays;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.event.VehicleType;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.view.state.CameraReading;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.ReportPatience;
import smartcity.view.state.TrackedVehicle;
import smartcity.view.state.VehicleActivity;

/// The speed of traffic relative to the limit, by kilometre and carriageway, from cameras and vehicles together.
///
/// A kilometre has the mean of its vehicles, which holds for a while after the last one has left; where none has been,
/// the value between the nearest cameras. Traffic at a full closure stands, and is slow on the way to it.
/// For one thread.
public final class RoadSpeeds {
    /// Nothing is known of the kilometre.
    public static final int UNKNOWN = 255;

    /// Largest value: two and a half times the limit.
    private static final int LARGEST = 250;

    /// Speeds of vehicles of which more is not asked [km/h]: limiters of lorries and coaches.
    private static final double LORRY_KMH = 90;

    private static final double COACH_KMH = 100;

    /// Simulated time for which the speed of vehicles that have left a kilometre holds [ms]; chosen.
    private static final long HELD_MILLIS = 180_000;

    /// Share of the limit below which traffic is slow; chosen.
    private static final double SLOW = 0.4;

    /// So many slow vehicles at a junction are a queue; chosen.
    private static final int QUEUE = 3;

    /// Above this share of the limit no vehicle joins or leaves; chosen.
    private static final double FLOWING = 0.7;

    /// A camera counts as much as this many vehicles, as it measures all traffic and not only the fleet; chosen.
    private static final double CAMERA_WEIGHT = 3;

    /// Vehicles that join or leave are slow this far from a junction [m]; chosen.
    private static final double JOINING_METRES = 400;

    private static final double METRES_PER_CELL = 1_000;

    private final int cells;
    private final double[] limits;
    private final double[] held;
    private final int[] heldCount;
    private final long[] heldSince;
    private final double[] junctions;

    public RoadSpeeds(Road road) {
        cells = (int) Math.ceil(road.lengthMetres() / METRES_PER_CELL);
        limits = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            double middle = Math.min((cell + 0.5) * METRES_PER_CELL, road.lengthMetres());
            limits[cell] = road.sectionAt(middle).limitKmh();
        }
        held = new double[2 * cells];
        heldCount = new int[2 * cells];
        heldSince = new long[2 * cells];
        junctions =
                road.junctions().stream().mapToDouble(Junction::chainageMetres).toArray();
        Arrays.fill(heldSince, Long.MIN_VALUE / 2);
    }

    /// Number of kilometres.
    public int cells() {
        return cells;
    }

    /// Limit of a kilometre [km/h].
    public double limitKmh(int cell) {
        return limits[cell];
    }

    /// The state at a simulated instant: the kilometres to Birmingham, then the same to London, each in percent of the
    /// limit, 0 to 250, or [#UNKNOWN].
    public byte[] at(
            ReportPatience patience,
            List<TrackedVehicle> vehicles,
            List<CameraReading> cameras,
            List<RoadIncident> incidents) {
        hold(patience.nowMillis(), vehicles);
        double[] ratios = new double[2 * cells];
        Arrays.fill(ratios, Double.NaN);
        for (Carriageway carriageway : Carriageway.values()) {
            int first = firstCell(carriageway == Carriageway.NORTHBOUND);
            double[] seen = betweenCameras(patience, carriageway, cameras);
            for (int cell = 0; cell < cells; cell++) {
                ratios[first + cell] = together(patience.nowMillis(), first + cell, seen[cell]);
            }
        }
        incidents.stream().filter(RoadIncident::closesAll).forEach(closure -> close(ratios, closure));
        byte[] state = new byte[2 * cells];
        for (int cell = 0; cell < state.length; cell++) {
            state[cell] = (byte)
                    (Double.isNaN(ratios[cell]) ? UNKNOWN : Math.clamp(Math.round(100 * ratios[cell]), 0, LARGEST));
        }
        return state;
    }

    /// The vehicles of a kilometre and what its cameras say; a jam that vehicles are in is one, whatever cameras
    /// further
    /// away see.
    private double together(long nowMillis, int index, double camera) {
        if (nowMillis - heldSince[index] > HELD_MILLIS) {
            return camera;
        }
        if (Double.isNaN(camera) || held[index] < SLOW) {
            return held[index];
        }
        return (held[index] * heldCount[index] + camera * CAMERA_WEIGHT) / (heldCount[index] + CAMERA_WEIGHT);
    }

    private int firstCell(boolean northbound) {
        return northbound ? 0 : cells;
    }

    private int cellAt(double chainageMetres) {
        return Math.clamp((long) (chainageMetres / METRES_PER_CELL), 0, cells - 1);
    }

    private void hold(long nowMillis, List<TrackedVehicle> vehicles) {
        double[] sums = new double[2 * cells];
        int[] counts = new int[2 * cells];
        int[] joining = new int[2 * cells];
        for (TrackedVehicle vehicle : vehicles) {
            if (vehicle.activity() == VehicleActivity.DRIVING) {
                int cell = cellAt(vehicle.chainageMetres());
                int index = firstCell(vehicle.northbound()) + cell;
                double ratio = vehicle.speedKmh() / reference(vehicle.type(), limits[cell]);
                if (ratio > FLOWING || !isJoining(vehicle.chainageMetres()) || ++joining[index] >= QUEUE) {
                    sums[index] += ratio;
                    counts[index]++;
                }
            }
        }
        for (int index = 0; index < sums.length; index++) {
            if (counts[index] > 0) {
                held[index] = sums[index] / counts[index];
                heldCount[index] = counts[index];
                heldSince[index] = nowMillis;
            }
        }
    }

    private boolean isJoining(double chainageMetres) {
        int found = Arrays.binarySearch(junctions, chainageMetres);
        int next = found >= 0 ? found : -found - 1;
        return (next < junctions.length && junctions[next] - chainageMetres < JOINING_METRES)
                || (next > 0 && chainageMetres - junctions[next - 1] < JOINING_METRES);
    }

    private static double reference(VehicleType type, double limitKmh) {
        return switch (type) {
            case LORRY -> Math.min(limitKmh, LORRY_KMH);
            case COACH -> Math.min(limitKmh, COACH_KMH);
            case CAR, VAN, MOTORCYCLE -> limitKmh;
        };
    }

    /// The values of one carriageway on the straight lines between its cameras; NaN beyond the last ones.
    private double[] betweenCameras(ReportPatience patience, Carriageway carriageway, List<CameraReading> cameras) {
        double[] seen = new double[cells];
        Arrays.fill(seen, Double.NaN);
        List<CameraReading> own = cameras.stream()
                .filter(camera -> camera.report().carriageway() == carriageway)
                .filter(camera -> !patience.isSilent(camera.report().timestampMillis(), camera.intervalMillis()))
                .sorted((one, other) -> Double.compare(one.chainageMetres(), other.chainageMetres()))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            int cell = cellAt(own.get(i).chainageMetres());
            seen[cell] = ratioOf(own.get(i), cell);
            int before = i == 0 ? cell : cellAt(own.get(i - 1).chainageMetres());
            for (int between = before + 1; between < cell; between++) {
                double share = (double) (between - before) / (cell - before);
                seen[between] = seen[before] + share * (seen[cell] - seen[before]);
            }
        }
        return seen;
    }

    private double ratioOf(CameraReading camera, int cell) {
        return camera.report().flow().averageSpeedKmh() / limits[cell];
    }

    /// At a full closure traffic stands, and it is slow on the way to it, though no vehicle of the fleet may be there
    /// and
    /// the next camera may still see free road.
    private void close(double[] ratios, RoadIncident closure) {
        boolean northbound = closure.last().carriageway() == Carriageway.NORTHBOUND;
        int at = cellAt(closure.chainageMetres());
        int behind = Math.clamp(northbound ? at - 1 : at + 1, 0, cells - 1);
        int first = firstCell(northbound);
        ratios[first + behind] =
                Double.isNaN(ratios[first + behind]) ? SLOW / 2 : Math.min(ratios[first + behind], SLOW / 2);
        ratios[first + at] = 0;
    }
}
