package smartcity.vehicle.motion;

import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.FuelType;
import smartcity.vehicle.traffic.FreeSpeed;

/// Who a vehicle of the fleet is: a pure function of the seed and of its index.
public final class Vehicle {
    /// No driver's speed differs from the mean by more standard deviations; chosen.
    private static final double GREATEST_DEVIATION = 2.6;

    /// Most lorries drive on the limiter: share of it they hold, evenly distributed; chosen.
    private static final double LEAST_OF_LIMITER = 0.955;

    /// The highest limit of the road: 70 mph [km/h].
    private static final double MOTORWAY_LIMIT_KMH = 112.65408;

    /// At home tanks and batteries are filled to a level of the vehicle's own between full and so much less;
    /// chosen: not everybody fills up, and lorries and coaches have tanks for days.
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
        RandomGenerator chance = this.seed.of("driver").generator();
        year = model.yearAt(chance.nextDouble());
        double deviation = Math.clamp(chance.nextGaussian(), -GREATEST_DEVIATION, GREATEST_DEVIATION);
        speedRatio = FreeSpeed.MEAN_RATIO + FreeSpeed.RATIO_DEVIATION * deviation;
        double limiter = vehicleClass.limiterKmh() * (LEAST_OF_LIMITER + (1 - LEAST_OF_LIMITER) * chance.nextDouble());
        greatestKmh = electric() ? Math.min(limiter, vehicleClass.batteryKmh()) : limiter;
        kmBefore = (VehicleModel.FLEET_YEAR - year + chance.nextDouble()) * kmPerYear(vehicleClass);
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

    /// Its name in all topics.
    public String deviceId() {
        return deviceId;
    }

    /// The root of its chance.
    public Seed seed() {
        return seed;
    }

    /// By which part of an interval it reports later than the interval begins, 0 <= p < 1.
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

    /// The speed its driver holds on an empty road [km/h]: a ratio to the limit, but what the limiter allows
    /// at most.
    double freeKmh(double limitKmh) {
        return Math.min(greatestKmh, speedRatio * limitKmh);
    }

    /// The greatest speed it reaches on the road [km/h].
    double greatestFreeKmh() {
        return freeKmh(SpeedVariation.GREATEST * MOTORWAY_LIMIT_KMH);
    }

    /// What moving costs it.
    EnergyConsumption consumption() {
        return consumption;
    }

    /// Level of the tank or battery when a shift begins, 0 to 1.
    double homeLevel() {
        return homeLevel;
    }

    /// Level of the tank or battery after filling in the course of a shift, 0 to 1.
    double filledLevel() {
        return electric() ? RAPID_LEVEL : homeLevel;
    }

    boolean electric() {
        return model.fuel() == FuelType.ELECTRIC;
    }

    /// How long filling takes in the course of a shift [s].
    ///
    /// @param missingJoules from full before it
    long fillingSeconds(double missingJoules) {
        double charge = Math.max(0, missingJoules - missingJoules(filledLevel()));
        return electric() ? (long) (charge / vehicleClass.chargingWatts()) : REFUELLING_SECONDS;
    }

    /// What is missing from full at a level [J].
    double missingJoules(double level) {
        return (1 - level) * capacityJoules();
    }

    /// What a full tank or battery holds [J].
    double capacityJoules() {
        return model.capacityJoules();
    }

    /// What plans count on for a metre [J].
    double plannedPerMetre() {
        return consumption.plannedPerMetre(greatestFreeKmh());
    }

    /// Distance driven before the first journey [km].
    double kmBefore() {
        return kmBefore;
    }
}
