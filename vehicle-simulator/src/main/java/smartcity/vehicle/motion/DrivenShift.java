package smartcity.vehicle.motion;

import smartcity.event.Carriageway;

/// The progress of one vehicle through its shift, stepped second by second of its own count.
///
/// Within a second the acceleration is constant, so the speed is linear and the distance driven is exactly the
/// integral of the speed. A journey starts and ends at rest, and starts where the one before ended. A late vehicle
/// skips the later tours of the shift, and turns round at the next junction when outward bound. A vehicle that is
/// still on the road when the shift ends, because the way home was closed, is moved home in that second. Steps only
/// go forward; a caller that needs an earlier state keeps a copy. Not safe for use by several threads.
// Over 200 lines: a copy has to hold all that changes while stepping.
final class DrivenShift {
    /// Distance to the end within which a vehicle that hardly moves has arrived [m].
    private static final double ARRIVED_METRES = 0.005;

    /// A vehicle that turns round leaves at a junction beyond its gentle stopping distance: this times the square of
    /// the speed [s2/m]; chosen, the inverse of twice a gentle deceleration of 0.4 m/s2.
    private static final double STOPPING = 1.25;

    /// A vehicle that leaves a junction in the opposite direction turns over this distance, with decreasing
    /// curvature [m]; chosen, so that the lateral acceleration of cars is below 4.5 m/s2.
    private static final double ROUND_METRES = 30;

    private static final double KMH = 3.6;

    private final ShiftTimetable timetable;
    private final RouteNetwork routes;
    private final Driver driver;
    private final EnergyStore energy;

    private long second;
    private long start;
    private long shift;

    /// Both are copied from the timetable, because every step reads them: with tens of thousands of vehicles a read
    /// from elsewhere in memory costs more than the step itself.
    private long end;
    private long turnBack;

    private int leg;
    private SpeedLimits limits;
    private double from;
    private double length;
    private double metres;
    private double speed;
    private double acceleration;
    private double before;
    private boolean reversed;
    private boolean turned;
    private boolean parked;
    private int next;
    private long departure;

    /// The state at the start of a shift.
    DrivenShift(ShiftTimetable timetable, RouteNetwork routes, Driver driver, EnergyStore energy, long shift) {
        this.timetable = timetable;
        this.routes = routes;
        this.driver = driver;
        this.energy = energy;
        limits = routes.on(timetable.carriagewayHome());
        second = timetable.startOf(shift);
        begin(shift);
    }

    /// An independent copy.
    DrivenShift(DrivenShift other) {
        timetable = other.timetable;
        routes = other.routes;
        driver = other.driver;
        energy = new EnergyStore(other.energy);
        second = other.second;
        start = other.start;
        shift = other.shift;
        end = other.end;
        turnBack = other.turnBack;
        leg = other.leg;
        limits = other.limits;
        from = other.from;
        length = other.length;
        metres = other.metres;
        speed = other.speed;
        acceleration = other.acceleration;
        before = other.before;
        reversed = other.reversed;
        turned = other.turned;
        parked = other.parked;
        next = other.next;
        departure = other.departure;
    }

    /// Steps up to a second; does nothing when it is not after the current one.
    void advanceTo(long until) {
        while (second < until) {
            if (parked) {
                await(until);
            } else {
                step();
            }
        }
    }

    /// The state within the current second.
    ///
    /// @param share of the second that has passed, 0 <= s < 1
    DriveState at(double share) {
        double soon = Math.max(0, speed + acceleration * share);
        double driven = speed * share + acceleration * share * share / 2;
        double missing = parked ? energy.missingAtRest(second + share) : energy.missingOnRoad(share);
        return new DriveState(
                parked,
                limits.carriageway(),
                placeAfter(metres + driven),
                soon * KMH,
                reversed ? turnAfter(metres + driven) : 0,
                new ShiftTally(shift, before + metres + driven, missing));
    }

    /// The current second of the vehicle's own count.
    long second() {
        return second;
    }

    SpeedLimits limits() {
        return limits;
    }

    /// Place on the road [m].
    double chainage() {
        return placeAfter(metres);
    }

    /// Remaining distance to the end of the journey [m].
    double leftMetres() {
        return length - metres;
    }

    /// Speed at the beginning of the current second [m/s].
    double speed() {
        return speed;
    }

    /// Acceleration of the current second [m/s2].
    double acceleration() {
        return acceleration;
    }

    private static double turnAfter(double metres) {
        double left = Math.max(0, 1 - metres / ROUND_METRES);
        return -180 * left * left * left;
    }

    private double placeAfter(double driven) {
        return limits.ahead(from, driven);
    }

    private void begin(long shift) {
        this.shift = shift;
        start = second;
        end = start + timetable.shiftSeconds();
        from = timetable.homeMetres();
        limits = routes.on(timetable.carriagewayHome());
        metres = 0;
        before = 0;
        next = 0;
        energy.begin();
        depart();
    }

    private void depart() {
        leg = next;
        JourneyLeg way = timetable.legs().get(leg);
        turnBack = way.turnBack();
        from = placeAfter(metres);
        before += metres;
        metres = 0;
        double signed = way.toMetres() - from;
        Carriageway came = limits.carriageway();
        limits = routes.on(ShiftTimetable.carriageway(signed));
        reversed = limits.carriageway() != came;
        length = Math.abs(signed);
        energy.leave();
        turned = false;
        parked = false;
        speed = 0;
        acceleration = 0;
        acceleration = driver.acceleration(this);
        energy.drive(speed, acceleration);
    }

    private void await(long until) {
        second = Math.min(Math.min(departure, end), until);
        if (second == end) {
            begin(shift + 1);
        } else if (second == departure) {
            depart();
        }
    }

    private void step() {
        double driven = speed + acceleration / 2;
        double soon = Math.max(0, speed + acceleration);
        energy.endSecond();
        metres += driven;
        speed = soon;
        second++;
        if (second == end) {
            begin(shift + 1);
        } else if (leftMetres() < ARRIVED_METRES && speed < ARRIVED_METRES) {
            arrive();
        } else {
            if (!turned && second - start >= turnBack) {
                turn();
            }
            acceleration = driver.acceleration(this);
            energy.drive(speed, acceleration);
        }
    }

    private void arrive() {
        metres = length;
        speed = 0;
        acceleration = 0;
        parked = true;
        departure = JourneyLeg.NEVER;
        next = turned ? timetable.legs().get(leg).home() : leg + 1;
        if (next < timetable.legs().size()) {
            JourneyLeg way = timetable.legs().get(next);
            long soonest = second + Math.max(way.restSeconds(), unplannedFillingSeconds());
            if (soonest - start <= way.latest()) {
                departure = soonest;
                next = soonest - start < way.turnBack() ? next : way.home();
            }
        }
        rest();
    }

    /// Time of filling here, if the vehicle turned round before the planned stop for filling and needs it [s].
    private long unplannedFillingSeconds() {
        return turned ? energy.fillingSeconds(Math.abs(timetable.homeMetres() - chainage())) : 0;
    }

    private void rest() {
        if (departure == JourneyLeg.NEVER) {
            energy.fillAtHome(second, end);
        } else if (timetable.legs().get(next).fills() || unplannedFillingSeconds() > 0) {
            energy.fillOnTheWay(second, departure);
        } else {
            energy.rest();
        }
    }

    /// Ends the journey at the next junction, if that is nearer than its destination.
    private void turn() {
        turned = true;
        double exit = routes.exits().ahead(placeAfter(metres + STOPPING * speed * speed), limits.carriageway());
        length = Math.min(length, Math.abs(exit - from));
    }
}
