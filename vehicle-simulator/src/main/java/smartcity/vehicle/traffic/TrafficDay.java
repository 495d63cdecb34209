package smartcity.vehicle.traffic;

import java.time.Instant;
import smartcity.demand.Demand;

/// The traffic of one carriageway over one day, minute by minute: kinematic waves in cells.
///
/// Each step moves between neighbouring cells what the upstream one can send and the downstream one can receive, so
/// that queues grow upstream of a bottleneck and dissolve after the peak. Source: Daganzo, "The cell transmission
/// model", Transportation Research B 28, 1994, with the sending and receiving functions of Lebacque, "The Godunov
/// scheme and what it means for first order traffic flow models", 1996. Vehicles join and leave in every cell at
/// just the rate by which traffic that flows freely carries the demand of every place and minute.
///
/// A day begins at 2 o'clock UTC after an hour of run-in from free flow: no queue of the day before lasts that
/// long.
final class TrafficDay {
    private static final long SECONDS = 86_400;
    private static final long START_OF_DAY = 2 * 3600;
    private static final int MINUTES = 24 * 60;
    private static final int RUN_IN_MINUTES = 60;

    /// Steps a minute: no wave may cross a cell in one step, and none is faster than free traffic [1/min].
    private static final int STEPS_PER_MINUTE = 5;

    private static final double STEP_HOURS = 1.0 / 60 / STEPS_PER_MINUTE;

    private final Cells cells;
    private final Fluctuation fluctuation;
    private final long index;
    private final long startSecond;
    private final double[] density;
    private final double[] joining;
    private final double[] crossing;
    private final float[] densities;
    private final float[] speeds;

    /// @param index days since 1970-01-01
    TrafficDay(Cells cells, Fluctuation fluctuation, long index) {
        this.cells = cells;
        this.fluctuation = fluctuation;
        this.index = index;
        startSecond = index * SECONDS + START_OF_DAY;
        density = new double[cells.count()];
        joining = new double[cells.count()];
        crossing = new double[cells.count() + 1];
        densities = new float[(MINUTES + 1) * cells.count()];
        speeds = new float[(MINUTES + 1) * cells.count()];
        run();
    }

    long index() {
        return index;
    }

    /// The index of the day that holds an instant.
    static long indexAt(double epochSecond) {
        return Math.floorDiv((long) Math.floor(epochSecond) - START_OF_DAY, SECONDS);
    }

    /// Density at a place between two cells' centres and between two minutes [vehicles/km].
    ///
    /// @param place cell and share of the way to the next cell's centre, 0 to the number of cells - 1
    double densityAt(double place, double epochSecond) {
        return between(densities, place, epochSecond);
    }

    /// Mean speed [km/h], as above.
    double speedAt(double place, double epochSecond) {
        return between(speeds, place, epochSecond);
    }

    private double between(float[] values, double place, double epochSecond) {
        double minutes = (epochSecond - startSecond) / 60;
        int minute = Math.min((int) minutes, MINUTES - 1);
        int cell = Math.min((int) place, cells.count() - 2);
        int at = minute * cells.count() + cell;
        int later = at + cells.count();
        double share = place - cell;
        double before = values[at] + share * (values[at + 1] - values[at]);
        double after = values[later] + share * (values[later + 1] - values[later]);
        return before + (minutes - minute) * (after - before);
    }

    private void run() {
        double[] flow = new double[cells.count()];
        double[] free = new double[cells.count()];
        double[] freeNext = new double[cells.count()];
        demand(-RUN_IN_MINUTES, flow, density);
        System.arraycopy(density, 0, free, 0, free.length);
        for (int minute = -RUN_IN_MINUTES; minute <= MINUTES; minute++) {
            if (minute >= 0) {
                store(minute);
            }
            double inflow = flow[0];
            setJoining(flow);
            demand(minute + 1, flow, freeNext);
            for (int cell = 0; cell < free.length; cell++) {
                joining[cell] += (freeNext[cell] - free[cell]) * 60;
                free[cell] = freeNext[cell];
            }
            for (int step = 0; step < STEPS_PER_MINUTE; step++) {
                step(inflow);
            }
        }
    }

    /// What the cells want to carry at a minute [vehicles/h], and the density at which it flows freely
    /// [vehicles/km].
    private void demand(int minute, double[] flow, double[] free) {
        long second = startSecond + minute * 60L;
        double share = Demand.shareOfHour(Instant.ofEpochSecond(second)) * fluctuation.at(second);
        for (int cell = 0; cell < flow.length; cell++) {
            flow[cell] = cells.demandPerHour(cell, share);
            free[cell] = cells.diagrams[cell].uncongestedDensityAt(flow[cell]);
        }
    }

    /// Growth of density by vehicles that join (or leave) where demand differs from the cell before
    /// [vehicles/km/h].
    private void setJoining(double[] flow) {
        joining[0] = 0;
        for (int cell = 1; cell < flow.length; cell++) {
            joining[cell] = (flow[cell] - flow[cell - 1]) / cells.lengthKm;
        }
    }

    private void step(double inflowPerHour) {
        double sent = inflowPerHour;
        for (int cell = 0; cell < density.length; cell++) {
            FundamentalDiagram diagram = cells.diagrams[cell];
            boolean congested = density[cell] > diagram.criticalDensityPerKm();
            double flow = diagram.flowAt(density[cell]);
            crossing[cell] = Math.min(sent, congested ? flow : diagram.capacityPerHour());
            sent = congested ? diagram.capacityPerHour() : flow;
        }
        crossing[density.length] = sent;
        for (int cell = 0; cell < density.length; cell++) {
            double moving = (crossing[cell] - crossing[cell + 1]) / cells.lengthKm;
            double grown = density[cell] + (moving + joined(cell)) * STEP_HOURS;
            density[cell] = Math.clamp(grown, 0, cells.diagrams[cell].jamDensityPerKm());
        }
    }

    /// The fuller a queue, the fewer get in.
    private double joined(int cell) {
        FundamentalDiagram diagram = cells.diagrams[cell];
        double critical = diagram.criticalDensityPerKm();
        if (joining[cell] <= 0 || density[cell] <= critical) {
            return joining[cell];
        }
        double jam = diagram.jamDensityPerKm();
        return joining[cell] * (jam - density[cell]) / (jam - critical);
    }

    private void store(int minute) {
        int at = minute * density.length;
        for (int cell = 0; cell < density.length; cell++) {
            densities[at + cell] = (float) density[cell];
            speeds[at + cell] = (float) cells.diagrams[cell].speedAt(density[cell]);
        }
    }
}
