package smartcity.vehicle.traffic;

/// The speed of drivers on an empty road.
///
/// Source: Department for Transport, "Vehicle speed compliance statistics, Great Britain: 2022", free-flow motorway
/// sites: 45 % of cars exceed 70 mph and 8 % exceed 80 mph, which a normal distribution of 111 and 12.6 km/h meets.
/// These are speeds at counters; fast drivers pass more counters, so the mean over all drivers is lower by
/// variance / mean, 109.5 km/h. Source: Wardrop, "Some theoretical aspects of road traffic research", 1952. Half a
/// kilometre per hour is added for the effect of light traffic at those sites. On other limits the same ratio
/// to the limit is chosen.
public final class FreeSpeed {
    /// Limit at the sites of the source: 70 mph [km/h].
    private static final double MOTORWAY_LIMIT_KMH = 112.65408;

    /// Mean of a driver's free speed as a ratio to the limit.
    public static final double MEAN_RATIO = 110 / MOTORWAY_LIMIT_KMH;

    /// Standard deviation of that ratio.
    public static final double RATIO_DEVIATION = 12.7 / MOTORWAY_LIMIT_KMH;

    /// Speed limiter of goods vehicles above 3.5 t [km/h]. Source: gov.uk, "Speed limiters: goods vehicles" (56
    /// mph).
    public static final double LORRY_LIMITER_KMH = 90;

    /// Mean speed of lorries on an empty road: just below the limiter [km/h]; chosen.
    private static final double LORRY_KMH = 88;

    private FreeSpeed() {}

    /// Mean free speed of the mix of vehicles [km/h].
    static double ofMixKmh(double limitKmh, double lorryShare) {
        double cars = limitKmh * MEAN_RATIO;
        return (1 - lorryShare) * cars + lorryShare * Math.min(cars, LORRY_KMH);
    }
}
