package smartcity.view.speed;

import java.util.Arrays;
import java.util.List;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.view.state.CameraReading;
import smartcity.view.state.IncidentBoard.RoadIncident;
import smartcity.view.state.SimulatedMoment;
import smartcity.view.state.TrackedVehicle;

/// The speed of traffic relative to the limit, by kilometre and carriageway, from cameras and vehicles together.
///
/// A kilometre has the mean of its vehicles, which holds for a while after the last one has left; where none has been,
/// the value between the nearest cameras. Traffic at a full closure stands, and is slow on the way to it; what is known
/// of one side of it says nothing about the other.
/// For one thread.
public final class RoadSpeeds {
    /// Nothing is known of the kilometre.
    public static final int UNKNOWN = 255;

    /// Largest value: two and a half times the limit.
    private static final int LARGEST = 250;

    /// Share of the limit below which traffic is slow; chosen.
    private static final double SLOW = 0.4;

    /// A camera counts as much as this many vehicles, as it measures all traffic and not only the fleet; chosen.
    private static final double CAMERA_WEIGHT = 3;

    private final SpeedCells cells;
    private final FleetSpeeds fleet;

    public RoadSpeeds(Road road) {
        cells = new SpeedCells(road);
        fleet = new FleetSpeeds(road, cells);
    }

    /// Number of kilometres.
    public int cells() {
        return cells.ofOne();
    }

    /// Limit of a kilometre [km/h].
    public double limitKmh(int cell) {
        return cells.limitKmh(cell);
    }

    /// The state at a simulated instant: the kilometres to Birmingham, then the same to London, each in percent of the
    /// limit, 0 to 250, or [#UNKNOWN].
    public byte[] at(
            SimulatedMoment moment,
            List<TrackedVehicle> vehicles,
            List<CameraReading> cameras,
            List<RoadIncident> incidents) {
        fleet.hold(moment.nowMillis(), vehicles);
        double[] ratios = new double[2 * cells()];
        Arrays.fill(ratios, Double.NaN);
        List<RoadIncident> closures =
                incidents.stream().filter(RoadIncident::closesAll).toList();
        for (Carriageway carriageway : Carriageway.values()) {
            int first = cells.first(carriageway == Carriageway.NORTHBOUND);
            double[] seen = new CameraSpeeds(cells).at(moment, carriageway, cameras, closures);
            for (int cell = 0; cell < cells(); cell++) {
                ratios[first + cell] = together(moment.nowMillis(), first + cell, seen[cell]);
            }
        }
        closures.forEach(closure -> close(ratios, closure));
        byte[] state = new byte[ratios.length];
        for (int cell = 0; cell < state.length; cell++) {
            state[cell] = (byte)
                    (Double.isNaN(ratios[cell]) ? UNKNOWN : Math.clamp(Math.round(100 * ratios[cell]), 0, LARGEST));
        }
        return state;
    }

    /// The vehicles of a kilometre and what its cameras say; a jam that vehicles are in is one, whatever cameras see
    /// further away.
    private double together(long nowMillis, int cell, double camera) {
        double vehicles = fleet.ratio(nowMillis, cell);
        if (Double.isNaN(vehicles)) {
            return camera;
        }
        if (Double.isNaN(camera) || vehicles < SLOW) {
            return vehicles;
        }
        int count = fleet.count(cell);
        return (vehicles * count + camera * CAMERA_WEIGHT) / (count + CAMERA_WEIGHT);
    }

    /// At a full closure traffic stands, and it is slow on the way to it, though no vehicle of the fleet may be there
    /// and the next camera may still see free road.
    private void close(double[] ratios, RoadIncident closure) {
        boolean northbound = closure.last().carriageway() == Carriageway.NORTHBOUND;
        int at = cells.at(closure.chainageMetres());
        int behind = Math.clamp(northbound ? at - 1 : at + 1, 0, cells() - 1);
        int first = cells.first(northbound);
        ratios[first + behind] =
                Double.isNaN(ratios[first + behind]) ? SLOW / 2 : Math.min(ratios[first + behind], SLOW / 2);
        ratios[first + at] = 0;
    }
}
