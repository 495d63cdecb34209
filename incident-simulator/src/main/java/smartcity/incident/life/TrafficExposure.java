package smartcity.incident.life;

import java.time.Instant;
import smartcity.demand.TrafficDemand;
import smartcity.road.Road;

/// The distance that all vehicles drive, by place and time; the rate of incidents is proportional to it.
public final class TrafficExposure {
    private static final int CELLS = 200;
    private static final double METRES_PER_MILE = 1609.344;

    private final TrafficDemand demand;
    private final double cellMetres;

    public TrafficExposure(Road road, TrafficDemand demand) {
        this.demand = demand;
        this.cellMetres = road.lengthMetres() / CELLS;
    }

    /// Distance driven by all vehicles on both carriageways, at the rate of an instant [vehicle miles/h].
    double vehicleMilesPerHour(Instant time) {
        double flows = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            flows += flow(cell, time);
        }
        return 2 * flows * cellMetres / METRES_PER_MILE;
    }

    /// The chainage up to which a share of the distance is driven, counted from London [m].
    ///
    /// @param share 0 <= share < 1
    double chainageAt(double share, Instant time) {
        double left = share * vehicleMilesPerHour(time) * METRES_PER_MILE / cellMetres / 2;
        int cell = 0;
        while (cell < CELLS - 1 && left >= flow(cell, time)) {
            left -= flow(cell, time);
            cell++;
        }
        return (cell + Math.clamp(left / flow(cell, time), 0, 1)) * cellMetres;
    }

    private double flow(int cell, Instant time) {
        return demand.flowPerHour((cell + 0.5) * cellMetres, time);
    }
}
