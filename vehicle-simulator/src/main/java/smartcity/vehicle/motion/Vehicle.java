package smartcity.vehicle.motion;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.FuelType;
import smartcity.vehicle.traffic.FreeSpeed;

/// The fixed properties of a vehicle of the fleet: a pure function of the seed and of its index.
public final class Vehicle {
    /// Greatest deviation of a driver's speed from the mean, in standard deviations; chosen.
    private static final double GREATEST_DEVIATION = 2.6;

    /// Most lorries drive at the limiter: least share of its speed, evenly distributed up to 1; chosen.
    private static final double LEAST_OF_LIMITER = 0.955;

    /// The highest limit of the road: 70 mph [km/h].
    private static final double MOTORWAY_LIMIT_KMH = 112.65408;

    /// Greatest share that stays empty when a tank or battery is filled at home; chosen: not everybody fills up, and
    /// the tanks of lorries and coaches last for days.
    private static final double MOST_LEFT_EMPTY = 0.2;

    private static final double MOST_LEFT_EMPTY_HEAVY = 0.5;

    /// Level to which batteries are charged on the way; chosen: rapid chargers slow down at four fifths.
    private static final double RAPID_LEVEL = 0.8;

    /// Time at a filling station [s]; chosen.
    private static final long REFUELLING_SECONDS = 10 * 60;

    private final int index;
    private final String deviceId;
    private final Seed seed;
    private final VehicleClass vehicleClass;
    private final VehicleModel model;
    private final int year;
    private final double speedRatio;
    private final double greatestKmh;
    private final double kmBefore;
    private final EnergyConsumption consumption;
    private final double homeLevel;

    /// @param seed of the fleet
    /// @param index 0 or more
    public Vehicle(Seed seed, int index) {
        this.index = index;
        this.deviceId = "vehicle-%06d".formatted(index);
        this.seed = seed.of("vehicle").of(index);
        vehicleClass = VehicleClass.at(this.seed.of("class").uniform());
        model = VehicleModel.at(vehicleClass, this.seed.of("model").uniform());
        consumption =
                EnergyConsumption.of(vehicleClass, model, this.seed.of("load").uniform());
        double leftEmpty = vehicleClass.heavy() && !electric() ? MOST_LEFT_EMPTY_HEAVY : MOST_LEFT_EMPTY;
        homeLevel = 1 - leftEmpty * this.seed.of("fill").uniform();
        RandomGenerator random = this.seed.of("driver").generator();
        year = model.yearAt(random.nextDouble());
        double deviation = Math.clamp(random.nextGaussian(), -GREATEST_DEVIATION, GREATEST_DEVIATION);
        speedRatio = FreeSpeed.MEAN_RATIO + FreeSpeed.RATIO_DEVIATION * deviation;
        double limiter = vehicleClass.limiterKmh() * (LEAST_OF_LIMITER + (1 - LEAST_OF_LIMITER) * random.nextDouble());
        greatestKmh = electric() ? Math.min(limiter, vehicleClass.batteryKmh()) : limiter;
        kmBefore = (VehicleModel.FLEET_YEAR - year + random.nextDouble()) * kmPerYear(vehicleClass);
    }

    /// Distance driven in a year before the vehicle joined the fleet [km]; chosen.
    private static double kmPerYear(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case CAR -> 12_000;
            case VAN -> 21_000;
            case LORRY -> 85_000;
            case COACH -> 60_000;
            case MOTORCYCLE -> 5_000;
        };
    }

    /// Its number in the fleet.
    public int index() {
        return index;
    }

    /// Its id in all topics.
    public String deviceId() {
        return deviceId;
    }

    /// The seed of its random draws.
    public Seed seed() {
        return seed;
    }

    /// Offset of its reports within an interval, as a share of it, 0 <= p < 1.
    public double phase() {
        return seed.of("phase").uniform();
    }

    public VehicleClass vehicleClass() {
        return vehicleClass;
    }

    public String make() {
        return model.make();
    }

    public String model() {
        return model.name();
    }

    /// Year of first registration.
    public int year() {
        return year;
    }

    public FuelType fuel() {
        return model.fuel();
    }

    /// The speed of its driver on an empty road [km/h]: a ratio to the limit, at most the speed of the limiter.
    double freeKmh(double limitKmh) {
        return Math.min(greatestKmh, speedRatio * limitKmh);
    }

    /// The greatest speed it reaches on the road [km/h].
    double greatestFreeKmh() {
        return freeKmh(SpeedVariation.GREATEST * MOTORWAY_LIMIT_KMH);
    }

    /// Its energy consumption.
    EnergyConsumption consumption() {
        return consumption;
    }

    /// Level of the tank or battery when a shift begins, 0 to 1.
    double homeLevel() {
        return homeLevel;
    }

    /// Level of the tank or battery after filling during a shift, 0 to 1.
    double filledLevel() {
        return electric() ? RAPID_LEVEL : homeLevel;
    }

    boolean electric() {
        return model.fuel() == FuelType.ELECTRIC;
    }

    /// Time of filling during a shift [s].
    ///
    /// @param missingJoules from full before it
    long fillingSeconds(double missingJoules) {
        double charge = Math.max(0, missingJoules - missingJoules(filledLevel()));
        return electric() ? (long) (charge / vehicleClass.chargingWatts()) : REFUELLING_SECONDS;
    }

    /// Energy missing from full at a level [J].
    double missingJoules(double level) {
        return (1 - level) * capacityJoules();
    }

    /// Energy of a full tank or battery [J].
    double capacityJoules() {
        return model.capacityJoules();
    }

    /// Energy per metre that plans assume [J].
    double plannedPerMetre() {
        return consumption.plannedPerMetre(greatestFreeKmh());
    }

    /// Distance driven before the first journey [km].
    double kmBefore() {
        return kmBefore;
    }
}
