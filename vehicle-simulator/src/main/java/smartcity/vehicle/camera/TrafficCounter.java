package smartcity.vehicle.camera;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.TrafficFlow;
import smartcity.vehicle.traffic.FreeSpeed;
import smartcity.vehicle.traffic.TrafficState;

/// What a camera counts in a minute of a given traffic.
public final class TrafficCounter {
    private static final double MINUTES_PER_HOUR = 60;

    /// Spread of single speeds in a queue [km/h]; chosen.
    private static final double QUEUE_SPREAD_KMH = 3;

    /// Mean length of lorries [m]; chosen after common models.
    public static final double LORRY_METRES = 12;

    /// Mean length of the others [m]; chosen after common models.
    public static final double OTHER_METRES = 4.6;

    /// Length of the detector a vehicle must leave to free it [m]; chosen: British loops are 2 m long.
    public static final double LOOP_METRES = 2;

    private TrafficCounter() {}

    /// Counts the vehicles that pass in one minute: they come independently of each other (a Poisson count), and
    /// their mean speed errs the less the more they are.
    ///
    /// Occupancy is density by lane times the mean of vehicle length plus detector length. Source: May, "Traffic
    /// flow fundamentals", 1990, chapter 7.
    static TrafficFlow measure(TrafficState traffic, int lanes, double lorryShare, Seed seed) {
        RandomGenerator chance = seed.generator();
        int count = poisson(traffic.flowPerHour() / MINUTES_PER_HOUR, chance);
        if (count == 0) {
            return new TrafficFlow(0, traffic.freeSpeedKmh(), 0, 0, false);
        }
        double spread = QUEUE_SPREAD_KMH + traffic.freedom() * FreeSpeed.RATIO_DEVIATION * traffic.freeSpeedKmh();
        double error = chance.nextGaussian() * spread / Math.sqrt(count);
        double speed = Math.max(QUEUE_SPREAD_KMH, traffic.speedKmh() + error);
        double intensity = count * MINUTES_PER_HOUR;
        double density = intensity / speed;
        double length = lorryShare * LORRY_METRES + (1 - lorryShare) * OTHER_METRES + LOOP_METRES;
        double occupancy = Math.min(1, density / lanes * length / 1000);
        return new TrafficFlow(density, speed, intensity, occupancy, density > traffic.criticalDensityPerKm());
    }

    /// Arrivals within a unit of time when so many are expected: exponential gaps, counted.
    private static int poisson(double expected, RandomGenerator chance) {
        int count = -1;
        for (double time = 0; time <= expected; time += chance.nextExponential()) {
            count++;
        }
        return count;
    }
}
