package smartcity.vehicle.traffic;

import smartcity.disturbance.LaneClosure;
import smartcity.event.EmergencyType;

/// The remaining capacity of a carriageway at an incident: less than the share of the open lanes, because drivers
/// slow down to pass and to look.
///
/// Source: Highway Capacity Manual 2010, exhibit 10-17, in Federal Highway Administration, "Guide for Highway
/// Capacity and Operations Analysis of Active Transportation and Demand Management Strategies",
/// FHWA-HOP-13-042, 2013, table 40.
final class Bottleneck {
    /// Share of the capacity by lanes (from 2) with 1, 2, 3 of them blocked.
    private static final double[][] BLOCKED = {
        {0.35, 0, 0},
        {0.49, 0.17, 0},
        {0.58, 0.25, 0.13},
        {0.65, 0.40, 0.20},
        {0.71, 0.50, 0.26},
        {0.75, 0.57, 0.36},
        {0.78, 0.63, 0.41},
    };

    /// Share of the capacity by lanes (from 2) with an accident on the shoulder.
    private static final double[] SHOULDER_ACCIDENT = {0.81, 0.83, 0.85, 0.87, 0.89, 0.91, 0.93};

    private Bottleneck() {}

    /// Share of the carriageway's capacity that remains, 0 to 1; exactly 0 where all lanes are closed.
    static double shareLeft(LaneClosure closure) {
        if (closure.lanesClosed() >= closure.lanes()) {
            return 0;
        }
        int row = Math.clamp(closure.lanes() - 2, 0, BLOCKED.length - 1);
        return closure.lanesClosed() == 0
                ? besideTheRoad(closure.type(), row)
                : blocked(closure.lanes(), closure.lanesClosed(), row);
    }

    /// The exhibit's shoulder disablement is used for everything but accidents.
    private static double besideTheRoad(EmergencyType type, int row) {
        return switch (type) {
            case ACCIDENT -> SHOULDER_ACCIDENT[row];
            case FIRE, MEDICAL, POLICE -> row == 0 ? 0.95 : 0.99;
        };
    }

    /// Beyond three blocked lanes, where the exhibit ends, each open lane keeps its share; chosen.
    private static double blocked(int lanes, int closed, int row) {
        int listed = Math.min(closed, BLOCKED[row].length);
        return BLOCKED[row][listed - 1] * (lanes - closed) / (lanes - listed);
    }
}
