package smartcity.vehicle.traffic;

/// How speed, flow and density of one carriageway depend on each other: the single-regime model of Van Aerde.
///
/// The mean gap between vehicles is `1/k = c1 + c2/(vf - v) + c3 v`. Source: Van Aerde and Rakha,
/// "Multivariate calibration of single regime speed-flow-density relationships", VNIS 1995; c1 to c3 from
/// free speed, speed at capacity, capacity and jam density after Rakha and Crowther, "Comparison of
/// Greenshields, Pipes, and Van Aerde car-following and traffic stream models", Transportation Research
/// Record 1802, 2002.
final class FundamentalDiagram {
    private final double freeSpeed;
    private final double speedAtCapacity;
    private final double capacity;
    private final double jamDensity;
    private final double c1;
    private final double c2;
    private final double c3;

    /// @param freeSpeedKmh mean speed on the empty road
    /// @param speedAtCapacityKmh more than half of the free speed, below it
    /// @param capacityPerHour greatest flow, all lanes
    /// @param jamDensityPerKm density at standstill, all lanes
    FundamentalDiagram(double freeSpeedKmh, double speedAtCapacityKmh, double capacityPerHour, double jamDensityPerKm) {
        if (!(speedAtCapacityKmh > freeSpeedKmh / 2 && speedAtCapacityKmh < freeSpeedKmh)) {
            throw new IllegalArgumentException("speedAtCapacityKmh must be within (%s, %s) but was %s"
                    .formatted(freeSpeedKmh / 2, freeSpeedKmh, speedAtCapacityKmh));
        }
        freeSpeed = freeSpeedKmh;
        speedAtCapacity = speedAtCapacityKmh;
        capacity = capacityPerHour;
        jamDensity = jamDensityPerKm;
        double fall = freeSpeed - speedAtCapacity;
        double ratio = (2 * speedAtCapacity - freeSpeed) / (fall * fall);
        c2 = 1 / (jamDensity * (ratio + 1 / freeSpeed));
        c1 = ratio * c2;
        c3 = (speedAtCapacity / capacity - c1 - c2 / fall) / speedAtCapacity;
    }

    /// The same road in weather that lowers speeds and capacity and leaves the density at standstill.
    FundamentalDiagram in(WeatherFactors weather) {
        return new FundamentalDiagram(
                freeSpeed * weather.speed(),
                speedAtCapacity * weather.speed(),
                capacity * weather.capacity(),
                jamDensity);
    }

    double freeSpeedKmh() {
        return freeSpeed;
    }

    double speedAtCapacityKmh() {
        return speedAtCapacity;
    }

    double capacityPerHour() {
        return capacity;
    }

    double jamDensityPerKm() {
        return jamDensity;
    }

    /// Density at capacity [vehicles/km]; above it traffic is congested.
    double criticalDensityPerKm() {
        return capacity / speedAtCapacity;
    }

    /// Mean speed at a density [km/h].
    ///
    /// @param densityPerKm 0 or more; at and above jam density the speed is 0
    double speedAt(double densityPerKm) {
        if (densityPerKm >= jamDensity) {
            return 0;
        }
        // With u = vf - v the model is k c3 u^2 + (1 - k c1 - k c3 vf) u - k c2 = 0, whose positive root is sought.
        double k = densityPerKm;
        double b = 1 - k * (c1 + c3 * freeSpeed);
        double fall = 2 * k * c2 / (b + Math.sqrt(b * b + 4 * k * k * c2 * c3));
        return Math.max(0, freeSpeed - fall);
    }

    /// Flow at a density [vehicles/h].
    double flowAt(double densityPerKm) {
        return densityPerKm * speedAt(densityPerKm);
    }

    /// Density at which the uncongested road carries a flow [vehicles/km]; the critical one when it cannot.
    double uncongestedDensityAt(double flowPerHour) {
        if (flowPerHour >= capacity) {
            return criticalDensityPerKm();
        }
        double q = flowPerHour;
        double a = 1 - q * c3;
        double b = q * (c3 * freeSpeed - c1) - freeSpeed;
        double c = q * (c1 * freeSpeed + c2);
        double speed = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
        return q / speed;
    }
}
