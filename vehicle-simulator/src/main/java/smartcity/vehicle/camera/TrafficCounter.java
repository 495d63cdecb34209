package smartcity.vehicle.camera;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.TrafficFlow;
import smartcity.vehicle.snapshot.CameraScene;
import smartcity.vehicle.traffic.FreeSpeed;
import smartcity.vehicle.traffic.TrafficState;

/// The measurement of traffic by a camera over a minute.
public final class TrafficCounter {
    private static final double MINUTES_PER_HOUR = 60;

    /// Spread of single speeds in a queue at most [km/h], and as a share of the mean speed; chosen.
    private static final double QUEUE_SPREAD_KMH = 3;

    private static final double QUEUE_SPREAD_SHARE = 0.15;

    /// Length of the road in clear view [km].
    private static final double VIEW_KM = (CameraScene.FAR_METRES - CameraScene.NEAR_METRES) / 1000;

    /// Mean length of lorries [m]; chosen after common models.
    public static final double LORRY_METRES = 12;

    /// Mean length of the others [m]; chosen after common models.
    public static final double OTHER_METRES = 4.6;

    /// Length of the detector [m]; chosen: British loops are 2 m long.
    public static final double LOOP_METRES = 2;

    private TrafficCounter() {}

    /// Measures one minute: the vehicles that pass are a Poisson count, and the error of their mean speed decreases
    /// with their number.
    ///
    /// Flow comes from the vehicles that pass, density from all that are in view: where traffic flows they are the
    /// same, in a queue most of those in view do not pass within the minute. Flow, density and mean speed of a
    /// length of road over a time, of which each is the product or quotient of the other two, are those of Edie,
    /// "Discussion of traffic stream measurements and definitions", 1963.
    ///
    /// Occupancy is density by lane times the mean of vehicle length plus detector length. Source: May, "Traffic
    /// flow fundamentals", 1990, chapter 7.
    static TrafficFlow measure(TrafficState traffic, int lanes, double lorryShare, Seed seed) {
        RandomGenerator random = seed.generator();
        int count = poisson(traffic.flowPerHour() / MINUTES_PER_HOUR, random);
        double error = random.nextGaussian() * spreadKmh(traffic) / Math.sqrt(Math.max(1, count));
        double passedKm = Math.max(0, traffic.speedKmh() + error) / MINUTES_PER_HOUR;
        double queuedKm = VIEW_KM * Math.max(0, 1 - traffic.speedKmh() / traffic.speedAtCapacityKmh());
        double density = (traffic.densityPerKm() * queuedKm + count) / (queuedKm + passedKm);
        double intensity = count * MINUTES_PER_HOUR;
        double speed = density > 0 ? intensity / density : traffic.freeSpeedKmh();
        double length = lorryShare * LORRY_METRES + (1 - lorryShare) * OTHER_METRES + LOOP_METRES;
        double occupancy = Math.min(1, density / lanes * length / 1000);
        return new TrafficFlow(
                density, speed, intensity, occupancy, density > traffic.criticalDensityPerKm() || queuedKm > 0);
    }

    /// Spread of single speeds [km/h]: nothing where all stand, most on the empty road.
    private static double spreadKmh(TrafficState traffic) {
        return Math.min(QUEUE_SPREAD_KMH, QUEUE_SPREAD_SHARE * traffic.speedKmh())
                + traffic.freedom() * FreeSpeed.RATIO_DEVIATION * traffic.freeSpeedKmh();
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
