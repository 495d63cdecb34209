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

    /// Whether there is a queue: traffic is denser or slower than at capacity. Where a queue fills only a part of the
    /// place, it is slower without being denser.
    public boolean congested() {
        return densityPerKm > criticalDensityPerKm || speedKmh < speedAtCapacityKmh;
    }

    /// Freedom of drivers to choose a speed: 1 on the empty road, 0 at capacity and in a queue.
    public double freedom() {
        double freedom = (speedKmh - speedAtCapacityKmh) / (freeSpeedKmh - speedAtCapacityKmh);
        return Math.clamp(freedom, 0, 1);
    }

    /// The speed of a driver in this traffic [km/h].
    ///
    /// The differences between drivers on the empty road decrease to 0 at capacity; nobody drives faster than on
    /// the empty road in the same weather, and in a queue all drive at the speed of the queue. Chosen: speeds are
    /// known to spread less as the flow grows.
    ///
    /// @param fineKmh the driver's speed on the empty road in fine weather
    public double speedOf(double fineKmh) {
        double freeKmh = fineKmh * weatherFactor;
        double passing = speedKmh + (freeKmh - freeSpeedKmh) * freedom();
        return Math.min(freeKmh, Math.max(passing, 0));
    }
}
