package smartcity.vehicle.traffic;

/// The traffic of one carriageway at one place and instant.
///
/// @param densityPerKm vehicles per kilometre, all lanes
/// @param speedKmh mean speed
/// @param freeSpeedKmh mean speed on the empty road
/// @param speedAtCapacityKmh mean speed at the greatest flow
/// @param criticalDensityPerKm density at the greatest flow, all lanes
/// @param weatherFactor ratio of the free speed to that in fine weather, above 0 to 1
public record TrafficState(
        double densityPerKm,
        double speedKmh,
        double freeSpeedKmh,
        double speedAtCapacityKmh,
        double criticalDensityPerKm,
        double weatherFactor) {
    /// Flow, all lanes [vehicles/h].
    public double flowPerHour() {
        return densityPerKm * speedKmh;
    }

    /// Whether the traffic is in a queue.
    public boolean congested() {
        return densityPerKm > criticalDensityPerKm;
    }

    /// How freely a driver can choose a speed: 1 on the empty road, 0 at capacity and in a queue.
    public double freedom() {
        double freedom = (speedKmh - speedAtCapacityKmh) / (freeSpeedKmh - speedAtCapacityKmh);
        return Math.clamp(freedom, 0, 1);
    }

    /// The speed at which somebody passes who would drive at another speed on the empty road in fine weather
    /// [km/h].
    ///
    /// Around the mean speed drivers keep their differences on the empty road and lose them towards capacity;
    /// nobody drives faster than on the empty road, which weather slows down for all alike, and in a queue
    /// everybody moves and stands with it. Chosen: speeds are known to spread less as the flow grows.
    public double speedOf(double fineKmh) {
        double freeKmh = fineKmh * weatherFactor;
        double passing = speedKmh + (freeKmh - freeSpeedKmh) * freedom();
        return Math.min(freeKmh, Math.max(passing, 0));
    }
}
