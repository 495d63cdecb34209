package smartcity.vehicle.traffic;

import java.time.Instant;
import smartcity.demand.TrafficDemand;

/// Where vehicles join a carriageway and leave it: in every cell at just the rate by which traffic that flows
/// freely carries the demand of every place and minute.
///
/// Behind a closure fewer leave, because fewer come: those that leave are a share of those that pass. The
/// fuller a queue, the fewer get in.
final class RampFlows {
    private final RoadCells cells;
    private final DemandFluctuation fluctuation;
    private final double[] flow;
    private final double[] free;
    private final double[] flowLater;
    private final double[] freeLater;

    RampFlows(RoadCells cells, DemandFluctuation fluctuation) {
        this.cells = cells;
        this.fluctuation = fluctuation;
        flow = new double[cells.count()];
        free = new double[cells.count()];
        flowLater = new double[cells.count()];
        freeLater = new double[cells.count()];
    }

    /// Begins a minute.
    void begin(long epochSecond, RoadConditions conditions) {
        demand(epochSecond, conditions, flow, free);
        demand(epochSecond + 60, conditions, flowLater, freeLater);
    }

    /// What the cells want to carry [vehicles/h], and the density at which it flows freely [vehicles/km].
    private void demand(long second, RoadConditions conditions, double[] wanted, double[] freely) {
        double share = TrafficDemand.shareOfHour(Instant.ofEpochSecond(second)) * fluctuation.at(second);
        for (int cell = 0; cell < wanted.length; cell++) {
            wanted[cell] = cells.demandPerHour(cell, share);
            freely[cell] = conditions.diagram(cell).uncongestedDensityAt(wanted[cell]);
        }
    }

    /// Flow onto the road at its beginning in the minute begun last [vehicles/h].
    double inflow() {
        return flow[0];
    }

    /// Density at which a cell's demand flows freely when the minute begins [vehicles/km].
    double freeDensity(int cell) {
        return free[cell];
    }

    /// Growth of density by those who join a cell, less those who leave it [vehicles/km/h].
    ///
    /// @param density of the cell now [vehicles/km]
    /// @param arriving flow from the cell before [vehicles/h]
    double joining(int cell, FundamentalDiagram diagram, double density, double arriving) {
        double more = cell == 0 ? 0 : (flow[cell] - flow[cell - 1]) / cells.lengthKm;
        double soon = (freeLater[cell] - free[cell]) * 60;
        double leaving = more < 0 ? more * arriving / flow[cell - 1] : 0;
        double fading = soon < 0 ? soon * Math.min(1, density / free[cell]) : 0;
        double joining = Math.max(0, more) + Math.max(0, soon);
        double critical = diagram.criticalDensityPerKm();
        double jam = diagram.jamDensityPerKm();
        double room = density <= critical ? 1 : (jam - density) / (jam - critical);
        return leaving + fading + joining * room;
    }
}
