package smartcity.vehicle.motion;

/// The tank or battery of one vehicle, as the energy that is missing from full. Driving draws energy, braking
/// charges a battery, and filling adds energy evenly during a rest.
///
/// Not safe for use by several threads.
final class EnergyStore {
    /// Longest time of filling [s]; chosen: at the pump, and at a charger at home.
    private static final long PUMP_SECONDS = 240;

    private static final long CHARGER_SECONDS = 5_400;

    private final Vehicle vehicle;
    private final EnergyConsumption consumption;

    private double missing;
    private double kept;
    private double soonDrawn;
    private double soonKept;
    private long fillStart;
    private long fillSeconds;
    private double filled;

    /// The state at the beginning of a shift.
    EnergyStore(Vehicle vehicle) {
        this.vehicle = vehicle;
        consumption = vehicle.consumption();
        begin();
    }

    /// An independent copy.
    EnergyStore(EnergyStore other) {
        vehicle = other.vehicle;
        consumption = other.consumption;
        missing = other.missing;
        kept = other.kept;
        soonDrawn = other.soonDrawn;
        soonKept = other.soonKept;
        fillStart = other.fillStart;
        fillSeconds = other.fillSeconds;
        filled = other.filled;
    }

    /// Begins a shift.
    void begin() {
        missing = vehicle.missingJoules(vehicle.homeLevel());
        filled = missing;
        kept = 0;
        fillSeconds = 0;
    }

    /// Begins a second on the road.
    ///
    /// @param speed at its beginning [m/s]
    /// @param acceleration of the second [m/s2]
    void drive(double speed, double acceleration) {
        double metres = speed + acceleration / 2;
        double work = consumption.work(metres, acceleration);
        Powertrain powertrain = consumption.powertrain();
        soonDrawn = powertrain.drawn(work, metres, kept);
        soonKept = powertrain.kept(work, kept);
    }

    /// Ends the current second.
    void endSecond() {
        missing += soonDrawn;
        kept = soonKept;
    }

    /// Missing energy after a share of the current second [J].
    double missingOnRoad(double share) {
        return missing + share * soonDrawn;
    }

    /// Begins a rest without filling.
    void rest() {
        filled = missing;
        fillSeconds = 0;
    }

    /// Begins the last rest of a shift; it ends with the level at which the next shift begins.
    ///
    /// @param second in which it begins
    /// @param end second in which the shift ends
    void fillAtHome(long second, long end) {
        fill(second, end, vehicle.homeLevel());
    }

    /// Begins a rest in which the tank is filled.
    ///
    /// @param second in which it begins
    /// @param departure second in which it ends
    void fillOnTheWay(long second, long departure) {
        fill(second, departure, vehicle.filledLevel());
    }

    private void fill(long second, long until, double level) {
        filled = Math.min(missing, vehicle.missingJoules(level));
        fillStart = second;
        fillSeconds = Math.min(until - second, vehicle.electric() ? CHARGER_SECONDS : PUMP_SECONDS);
    }

    /// Time of filling if a drive needs it, otherwise 0 [s].
    ///
    /// @param metres length of the drive
    long fillingSeconds(double metres) {
        boolean enough = missing + metres * vehicle.plannedPerMetre() < vehicle.missingJoules(ShiftPlan.LEAST_LEVEL);
        return enough ? 0 : vehicle.fillingSeconds(missing);
    }

    /// Missing energy during a rest [J].
    double missingAtRest(double second) {
        return second < fillStart + fillSeconds
                ? missing + (filled - missing) * (second - fillStart) / fillSeconds
                : filled;
    }

    /// Ends a rest.
    void leave() {
        missing = filled;
    }
}
