package smartcity.vehicle.camera;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.TrafficFlow;
import smartcity.vehicle.traffic.FreeSpeed;
import smartcity.vehicle.traffic.TrafficState;

/// The measurement of traffic by a camera over a minute.
public final class TrafficCounter {
    private static final double MINUTES_PER_HOUR = 60;

    /// Spread of single speeds in a queue [km/h]; chosen.
    private static final double QUEUE_SPREAD_KMH = 3;

    /// Mean length of lorries [m]; chosen after common models.
    public static final double LORRY_METRES = 12;

    /// Mean length of the others [m]; chosen after common models.
    public static final double OTHER_METRES = 4.6;

    /// Length of the detector [m]; chosen: British loops are 2 m long.
    public static final double LOOP_METRES = 2;

    private TrafficCounter() {}

    /// Counts the vehicles that pass in one minute: their number is a Poisson count, and the error of their mean
    /// speed decreases with their number.
    ///
    /// Occupancy is density by lane times the mean of vehicle length plus detector length. Source: May, "Traffic
    /// flow fundamentals", 1990, chapter 7.
    static TrafficFlow measure(TrafficState traffic, int lanes, double lorryShare, Seed seed) {
        RandomGenerator random = seed.generator();
        int count = poisson(traffic.flowPerHour() / MINUTES_PER_HOUR, random);
        if (count == 0) {
            return new TrafficFlow(0, traffic.freeSpeedKmh(), 0, 0, false);
        }
        double spread = QUEUE_SPREAD_KMH + traffic.freedom() * FreeSpeed.RATIO_DEVIATION * traffic.freeSpeedKmh();
        double error = random.nextGaussian() * spread / Math.sqrt(count);
        double speed = Math.max(QUEUE_SPREAD_KMH, traffic.speedKmh() + error);
        double intensity = count * MINUTES_PER_HOUR;
        double density = intensity / speed;
        double length = lorryShare * LORRY_METRES + (1 - lorryShare) * OTHER_METRES + LOOP_METRES;
        double occupancy = Math.min(1, density / lanes * length / 1000);
        return new TrafficFlow(density, speed, intensity, occupancy, density > traffic.criticalDensityPerKm());
    }

    /// Draws a Poisson count by counting exponential gaps.
    private static int poisson(double expected, RandomGenerator random) {
        int count = 0;
        for (double time = random.nextExponential(); time <= expected; time += random.nextExponential()) {
            count++;
        }
        return count;
    }
}
