package smartcity.vehicle.motion;

import smartcity.demand.RoadLink;
import smartcity.event.VehicleType;
import smartcity.vehicle.traffic.FreeSpeed;

/// The common properties of a class of vehicles.
///
/// Shares: Department for Transport, road traffic statistics 2024, M40 between J9 and J10. Limiters: gov.uk,
/// "Speed limits" and "Speed limiters" (goods vehicles above 3.5 t 90 km/h, coaches 100 km/h); the others
/// have none. Accelerations are chosen, near those of Treiber and Kesting, "Traffic Flow Dynamics", 2013,
/// table 11.2 (1 m/s2 and 1.5 m/s2 in comfort).
public enum VehicleClass {
    CAR(VehicleType.CAR, 0.71, Double.POSITIVE_INFINITY, 1.5, 2.5),
    VAN(VehicleType.VAN, 0.17, Double.POSITIVE_INFINITY, 1.2, 2.2),
    LORRY(VehicleType.LORRY, RoadLink.J9_J10.lorryShare(), FreeSpeed.LORRY_LIMITER_KMH, 0.5, 1.5),
    COACH(VehicleType.COACH, 0.0025, 100, 0.8, 1.5),
    MOTORCYCLE(VehicleType.MOTORCYCLE, 0.0026, Double.POSITIVE_INFINITY, 2, 2.5);

    private final VehicleType type;
    private final double share;
    private final double limiterKmh;
    private final double acceleration;
    private final double braking;

    VehicleClass(VehicleType type, double share, double limiterKmh, double acceleration, double braking) {
        this.type = type;
        this.share = share;
        this.limiterKmh = limiterKmh;
        this.acceleration = acceleration;
        this.braking = braking;
    }

    /// The class in the topics.
    public VehicleType type() {
        return type;
    }

    /// Share of all vehicles; the shares add up to nearly 1.
    public double share() {
        return share;
    }

    /// Speed of the limiter [km/h]; infinite without one.
    double limiterKmh() {
        return limiterKmh;
    }

    /// Greatest acceleration [m/s2].
    double acceleration() {
        return acceleration;
    }

    /// Greatest deceleration [m/s2], positive.
    double braking() {
        return braking;
    }

    /// Mean power of rapid charging up to four fifths of the battery [W]; chosen.
    double chargingWatts() {
        return heavy() ? 250_000 : 100_000;
    }

    /// Greatest speed of drivers of electric vehicles, who save range [km/h]; chosen. Electric vans often have a
    /// limiter.
    double batteryKmh() {
        return this == VAN ? 113 : 125;
    }

    boolean heavy() {
        return this == LORRY || this == COACH;
    }

    /// The class at a place in the distribution over all vehicles.
    ///
    /// @param place 0 <= p < 1, evenly distributed
    static VehicleClass at(double place) {
        double total = 0;
        for (VehicleClass vehicleClass : values()) {
            total += vehicleClass.share;
        }
        double rest = place * total;
        for (VehicleClass vehicleClass : values()) {
            rest -= vehicleClass.share;
            if (rest < 0) {
                return vehicleClass;
            }
        }
        return MOTORCYCLE;
    }
}
