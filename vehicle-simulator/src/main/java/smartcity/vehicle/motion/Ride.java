package smartcity.vehicle.motion;

/// Where one vehicle is in its timetable, stepped second by second of its own count.
///
/// Within a second the acceleration is constant, so the speed is linear and the distance driven is exactly
/// the integral of the speed. A journey starts and ends at rest. Steps forward only; whoever wants to come back
/// keeps a copy. Not safe for use by several threads.
final class Ride {
    /// Nearer to the end than this a vehicle that hardly moves has arrived [m].
    private static final double ARRIVED_METRES = 0.005;

    private static final double KMH = 3.6;

    private final Timetable timetable;
    private final Routes routes;
    private final Driver driver;

    private long second;
    private long trip;
    private SpeedLimits limits;
    private double metres;
    private double speed;
    private double acceleration;
    private boolean parked;

    /// Starts when a trip does.
    Ride(Timetable timetable, Routes routes, Driver driver, long trip) {
        this.timetable = timetable;
        this.routes = routes;
        this.driver = driver;
        second = timetable.startOf(trip);
        limits = routes.on(timetable.carriagewayOf(trip));
        depart(trip);
    }

    /// A copy that goes its own way.
    Ride(Ride other) {
        timetable = other.timetable;
        routes = other.routes;
        driver = other.driver;
        second = other.second;
        trip = other.trip;
        limits = other.limits;
        metres = other.metres;
        speed = other.speed;
        acceleration = other.acceleration;
        parked = other.parked;
    }

    /// Goes on to a second; does nothing when it is there already.
    void advanceTo(long until) {
        while (second < until) {
            if (!parked) {
                step();
            } else {
                long next = timetable.startOf(trip + 1);
                second = Math.min(next, until);
                if (second == next) {
                    depart(trip + 1);
                }
            }
        }
    }

    /// The state within the current second.
    ///
    /// @param share of the second that has passed, 0 <= s < 1
    DriveState at(double share) {
        double driven = metres + speed * share + acceleration * share * share / 2;
        return new DriveState(
                trip,
                limits.carriageway(),
                driven,
                limits.chainage(driven),
                Math.max(0, speed + acceleration * share) * KMH);
    }

    /// The current second of the vehicle's own count.
    long second() {
        return second;
    }

    SpeedLimits limits() {
        return limits;
    }

    /// Driven since the start of the journey [m].
    double metres() {
        return metres;
    }

    /// Left to the end of the journey [m].
    double leftMetres() {
        return limits.lengthMetres() - metres;
    }

    /// At the beginning of the second [m/s].
    double speed() {
        return speed;
    }

    /// Of the current second [m/s2].
    double acceleration() {
        return acceleration;
    }

    private void depart(long next) {
        trip = next;
        limits = routes.on(timetable.carriagewayOf(next));
        metres = 0;
        speed = 0;
        parked = false;
        acceleration = 0;
        acceleration = driver.acceleration(this);
    }

    private void step() {
        metres += speed + acceleration / 2;
        speed = Math.max(0, speed + acceleration);
        second++;
        double left = leftMetres();
        if (left < ARRIVED_METRES && speed < ARRIVED_METRES) {
            metres = limits.lengthMetres();
            speed = 0;
            acceleration = 0;
            parked = true;
            if (timetable.startOf(trip + 1) <= second) {
                depart(trip + 1);
            }
        } else {
            acceleration = driver.acceleration(this);
        }
    }
}
