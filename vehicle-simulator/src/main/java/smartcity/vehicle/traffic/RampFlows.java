package smartcity.vehicle.traffic;

import java.time.Instant;
import smartcity.demand.TrafficDemand;

/// The flows of vehicles that join and leave a carriageway: in every cell exactly the rates at which freely flowing
/// traffic carries the demand of every place and minute.
///
/// Beyond a closure fewer vehicles leave, because a fixed share of the passing vehicles leaves. The denser a queue,
/// the fewer vehicles join it.
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

    /// Demand on the cells [vehicles/h], and the density at which it flows freely [vehicles/km].
    private void demand(long second, RoadConditions conditions, double[] demands, double[] freeDensities) {
        double share = TrafficDemand.shareOfHour(Instant.ofEpochSecond(second)) * fluctuation.at(second);
        for (int cell = 0; cell < demands.length; cell++) {
            demands[cell] = cells.demandPerHour(cell, share);
            freeDensities[cell] = conditions.diagram(cell).uncongestedDensityAt(demands[cell]);
        }
    }

    /// Flow onto the road at its beginning in the current minute [vehicles/h].
    double inflow() {
        return flow[0];
    }

    /// Density at which a cell's demand flows freely when the minute begins [vehicles/km].
    double freeDensity(int cell) {
        return free[cell];
    }

    /// Growth of density by vehicles that join a cell, minus those that leave it [vehicles/km/h].
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
