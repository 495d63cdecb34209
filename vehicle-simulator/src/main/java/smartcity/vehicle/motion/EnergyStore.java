package smartcity.vehicle.motion;

/// Tank or battery of one vehicle as it drives and rests: what is missing in it. While driving it is drawn
/// on, and a battery charged by braking; it is filled at rest, evenly over the time that takes.
///
/// Not safe for use by several threads.
final class EnergyStore {
    /// Filling takes so long at most [s]; chosen: at the pump, and on a charger at home.
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

    /// As full as when a shift begins.
    EnergyStore(Vehicle vehicle) {
        this.vehicle = vehicle;
        consumption = vehicle.consumption();
        begin();
    }

    /// A copy that goes its own way.
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

    /// Ends the second begun.
    void endSecond() {
        missing += soonDrawn;
        kept = soonKept;
    }

    /// Missing within the second begun, of which a share has passed [J].
    double missingOnRoad(double share) {
        return missing + share * soonDrawn;
    }

    /// Begins a rest without filling.
    void rest() {
        filled = missing;
        fillSeconds = 0;
    }

    /// Begins the last rest of a shift, at the end of which the tank is as full as when the next begins.
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

    /// How long filling takes, if that is needed for a drive of some length; otherwise 0 [s].
    long fillingSeconds(double metres) {
        boolean enough = missing + metres * vehicle.plannedPerMetre() < vehicle.missingJoules(ShiftPlan.LEAST_LEVEL);
        return enough ? 0 : vehicle.fillingSeconds(missing);
    }

    /// Missing in the course of a rest [J].
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
