package smartcity.vehicle.traffic;

import java.util.Arrays;
import smartcity.disturbance.Disturbances;

/// The traffic of one carriageway over one day, minute by minute: kinematic waves in cells.
///
/// Each step moves between neighbouring cells what the upstream one can send and the downstream one can
/// receive, so that queues grow upstream of a bottleneck and dissolve after the peak. Source: Daganzo, "The
/// cell transmission model", Transportation Research B 28, 1994, with the sending and receiving functions of
/// Lebacque, "The Godunov scheme and what it means for first order traffic flow models", 1996. Vehicles join
/// and leave in every cell at just the rate by which traffic that flows freely carries the demand of every
/// place and minute. The flow past a closure is at most its remaining capacity; weather changes the
/// diagrams.
///
/// A day begins at 2 o'clock UTC after an hour of run-in from free flow. Of a queue of the day before it contains
/// the part that a remaining closure builds up in that hour. Minutes are computed when they are first read, each by
/// the disturbances in effect when it begins. One thread computes at a time; all threads may read computed minutes.
final class TrafficDay {
    private static final long SECONDS = 86_400;
    private static final long START_OF_DAY = 2 * 3600;
    private static final int MINUTES = 24 * 60;
    private static final int RUN_IN_MINUTES = 60;

    /// Steps a minute: no wave may cross a cell in one step, and none is faster than free traffic [1/min].
    private static final int STEPS_PER_MINUTE = 5;

    private static final double STEP_HOURS = 1.0 / 60 / STEPS_PER_MINUTE;

    private final RoadCells cells;
    private final RoadConditions conditions;
    private final RampFlows ramps;
    private final long index;
    private final long startSecond;
    private final double[] density;
    private final double[] crossing;
    private final float[] densities;
    private final float[] speeds;
    private int minute = -RUN_IN_MINUTES;

    /// Number of minutes that are computed after the beginning of the day.
    private volatile int computed;

    /// @param index days since 1970-01-01
    TrafficDay(RoadCells cells, DemandFluctuation fluctuation, Disturbances disturbances, long index) {
        this.cells = cells;
        this.index = index;
        startSecond = index * SECONDS + START_OF_DAY;
        conditions = new RoadConditions(cells, disturbances, startSecond / 60, MINUTES);
        ramps = new RampFlows(cells, fluctuation);
        density = new double[cells.count()];
        crossing = new double[cells.count() + 1];
        densities = new float[(MINUTES + 1) * cells.count()];
        speeds = new float[(MINUTES + 1) * cells.count()];
        begin();
        Arrays.setAll(density, ramps::freeDensity);
    }

    long index() {
        return index;
    }

    /// The index of the day that contains an instant.
    static long indexAt(double epochSecond) {
        return Math.floorDiv((long) Math.floor(epochSecond) - START_OF_DAY, SECONDS);
    }

    /// Whether an instant of the day is computed.
    boolean isComputedAt(double epochSecond) {
        return minuteOf(epochSecond) < computed;
    }

    /// Computes the day up to the minute after an instant.
    void computeTo(double epochSecond) {
        int until = minuteOf(epochSecond) + 1;
        while (minute < until) {
            advance();
        }
    }

    private int minuteOf(double epochSecond) {
        return Math.min((int) ((epochSecond - startSecond) / 60), MINUTES - 1);
    }

    /// Density and mean speed at one place and instant.
    record LocalTraffic(double densityPerKm, double speedKmh) {}

    /// The traffic at a place between two cells' centres and between two minutes.
    ///
    /// The density is linear between the four values, and of their speeds each counts by its vehicles. Across the
    /// end of a queue the mean is thus over vehicles that stand and vehicles that drive, and so is the flow. A
    /// closure is an edge: each side of it has the values of its own cell.
    ///
    /// @param place cell and share of the way to the next cell's centre, 0 to the number of cells - 1
    LocalTraffic at(double place, double epochSecond) {
        int before = minuteOf(epochSecond);
        int cell = Math.min((int) place, cells.count() - 2);
        int at = before * cells.count() + cell;
        int later = at + cells.count();
        double share = conditions.isParted(cell + 1, before) ? Math.floor(place - cell + 0.5) : place - cell;
        double part = (epochSecond - startSecond) / 60 - before;
        double first = densities[at] * (1 - share) * (1 - part);
        double second = densities[at + 1] * share * (1 - part);
        double third = densities[later] * (1 - share) * part;
        double fourth = densities[later + 1] * share * part;
        double driven =
                first * speeds[at] + second * speeds[at + 1] + third * speeds[later] + fourth * speeds[later + 1];
        double freely = (first + third) * cells.freeSpeed(cell) + (second + fourth) * cells.freeSpeed(cell + 1);
        // A ratio to the free speed: where the limit changes and traffic flows freely, it is 1 on both sides.
        double ratio =
                freely > 0 ? driven / freely : weatherAt(place, epochSecond).speed();
        return new LocalTraffic(first + second + third + fourth, ratio * cells.freeSpeedAt(place));
    }

    /// The effect of the weather on the traffic at a place, as above.
    WeatherFactors weatherAt(double place, double epochSecond) {
        return conditions.factorsAt(place, (epochSecond - startSecond) / 60);
    }

    /// Distance to the next place ahead where all lanes are closed [m]; infinite without any.
    double stopAhead(double chainageMetres, double epochSecond) {
        return conditions.stopAhead(cells.kmFromStart(chainageMetres) * 1000, (epochSecond - startSecond) / 60);
    }

    private void advance() {
        begin();
        for (int step = 0; step < STEPS_PER_MINUTE; step++) {
            step();
        }
        minute++;
        if (minute >= 0) {
            store();
            computed = minute;
        }
    }

    private void begin() {
        conditions.begin(minute);
        ramps.begin(startSecond + minute * 60L, conditions);
    }

    private void step() {
        cross();
        move();
    }

    /// The flows between the cells now: what the upstream one can send and the downstream one can receive.
    private void cross() {
        double sent = ramps.inflow();
        for (int cell = 0; cell < density.length; cell++) {
            FundamentalDiagram diagram = conditions.diagram(cell);
            boolean congested = density[cell] > diagram.criticalDensityPerKm();
            double carried = diagram.flowAt(density[cell]);
            double passing = Math.min(sent, conditions.limit(cell));
            crossing[cell] = Math.min(passing, congested ? carried : diagram.capacityPerHour());
            sent = congested ? diagram.capacityPerHour() : carried;
        }
        crossing[density.length] = Math.min(sent, conditions.limit(density.length));
    }

    private void move() {
        for (int cell = 0; cell < density.length; cell++) {
            FundamentalDiagram diagram = conditions.diagram(cell);
            double moving = (crossing[cell] - crossing[cell + 1]) / cells.lengthKm;
            double joining = ramps.joining(cell, diagram, density[cell], crossing[cell]);
            double grown = density[cell] + (moving + joining) * STEP_HOURS;
            density[cell] = Math.clamp(grown, 0, diagram.jamDensityPerKm());
        }
    }

    private void store() {
        cross();
        int at = minute * density.length;
        for (int cell = 0; cell < density.length; cell++) {
            densities[at + cell] = (float) density[cell];
            speeds[at + cell] = (float) speedIn(cell);
        }
    }

    /// Mean speed in a cell [km/h]: that of its density, but not so high that more flows than crosses its ends. While
    /// the end of a queue moves through a cell, the cell's mean density is the critical one for a moment, although
    /// the traffic on neither side of that end flows as at capacity.
    private double speedIn(int cell) {
        double speed = conditions.diagram(cell).speedAt(density[cell]);
        double crossed = Math.max(crossing[cell], crossing[cell + 1]);
        return density[cell] * speed > crossed ? crossed / density[cell] : speed;
    }
}
