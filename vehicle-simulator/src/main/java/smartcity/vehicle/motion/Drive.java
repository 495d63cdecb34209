package smartcity.vehicle.motion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The motion of one vehicle, stepped second by second of its own count.
///
/// Within a second the acceleration is constant, so the speed is linear and the distance driven is exactly
/// the integral of the speed; from one second to the next the acceleration changes by [#JERK] at most. A
/// journey starts and ends at rest, at the ends of the road.
///
/// The state at an instant is a pure function of seed, vehicle, instant and traffic, whenever stepping has
/// begun: each journey is stepped from its start, which the timetable gives. A journey that a closure delays
/// beyond its slot is driven to its end, and the next starts late; so, where there are closures, stepping
/// begins some journeys before the one that is asked for. (The state would depend on when stepping began if a
/// vehicle were late for more journeys in a row than that.) Not safe for use by several threads.
public final class Drive {
    /// Change of acceleration at most [m/s3]; chosen, a third of what passengers accept. Source: Hoberock, "A
    /// survey of longitudinal acceleration comfort studies in ground transportation vehicles", 1977 (0.3
    /// g/s).
    static final double JERK = 1;

    /// Time in which a driver takes up a difference of speed [s]; chosen.
    private static final double RESPONSE_SECONDS = 4;

    /// Deceleration towards the end of the road [m/s2] and the driver's reserve of time [s]; chosen.
    private static final double STOPPING = 0.5;

    private static final double RESERVE_SECONDS = 2;

    /// Journeys before the current one from which stepping begins; chosen: a slot makes good 45 minutes of
    /// delay, and few closures cost more.
    private static final int JOURNEYS_BEFORE = 2;

    /// Distance kept to a place where all lanes are closed [m]; chosen.
    private static final double CLEARANCE_METRES = 10;

    /// Nearer to the end than this a vehicle that hardly moves has arrived [m].
    private static final double ARRIVED_METRES = 0.005;

    private static final double KMH = 3.6;

    private final Vehicle vehicle;
    private final Timetable timetable;
    private final Routes routes;
    private final Mood mood;

    private long second;
    private long trip;
    private SpeedLimits limits;
    private double metres;
    private double speed;
    private double acceleration;
    private boolean parked;

    /// Puts the vehicle where it is at an instant.
    ///
    /// @param from earliest instant it will be asked for
    public Drive(Vehicle vehicle, Routes routes, Instant from) {
        this.vehicle = vehicle;
        this.routes = routes;
        timetable = routes.timetableOf(vehicle);
        mood = new Mood(vehicle.seed());
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        long asked = Math.floorDiv(micros - timetable.phaseMicros(), 1_000_000L);
        trip = timetable.tripAt(asked) - (routes.traffic().disturbed() ? JOURNEYS_BEFORE : 0);
        second = timetable.startOf(trip);
        limits = routes.on(timetable.carriagewayOf(trip));
        depart(trip);
        advanceTo(asked);
    }

    /// The state at an instant, which must not be more than a second before the latest asked.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    public DriveState at(long epochMicros) {
        long own = epochMicros - timetable.phaseMicros();
        advanceTo(Math.floorDiv(own, 1_000_000L));
        double share = (own - second * 1_000_000L) / 1e6;
        double driven = metres + speed * share + acceleration * share * share / 2;
        return new DriveState(
                trip,
                limits.carriageway(),
                driven,
                limits.chainage(driven),
                Math.max(0, speed + acceleration * share) * KMH);
    }

    /// Acceleration of the current second [m/s2].
    double acceleration() {
        return acceleration;
    }

    private void advanceTo(long until) {
        while (second < until) {
            if (!parked) {
                step();
            } else {
                long next = Math.max(second, timetable.startOf(trip + 1));
                second = Math.min(next, until);
                if (second == next) {
                    depart(trip + 1);
                }
            }
        }
    }

    private void depart(long next) {
        trip = next;
        limits = routes.on(timetable.carriagewayOf(next));
        metres = 0;
        speed = 0;
        parked = false;
        acceleration = 0;
        acceleration = chosen();
    }

    private void step() {
        metres += speed + acceleration / 2;
        speed = Math.max(0, speed + acceleration);
        second++;
        double left = limits.lengthMetres() - metres;
        if (left < ARRIVED_METRES && speed < ARRIVED_METRES) {
            metres = limits.lengthMetres();
            speed = 0;
            acceleration = 0;
            parked = true;
        } else {
            acceleration = chosen();
        }
    }

    /// The acceleration of the coming second: what the driver wants, within what comfort and vehicle allow.
    private double chosen() {
        VehicleClass kind = vehicle.vehicleClass();
        double wanted = (wantedSpeed() - speed) / RESPONSE_SECONDS;
        double forStop = stoppable(room() - speed) - speed;
        double within = Math.clamp(Math.min(wanted, forStop), -kind.braking(), kind.acceleration());
        double smooth = Math.clamp(within, acceleration - JERK, acceleration + JERK);
        return Math.max(smooth, -speed);
    }

    /// Distance to where the vehicle has to stop next [m]: the end of the road, or lanes that are all closed,
    /// unless they are closed in front of somebody who cannot stop any more.
    private double room() {
        double closed = routes.traffic().stopMetres(limits.chainage(metres), limits.carriageway(), now());
        double end = limits.lengthMetres() - metres;
        return closed < shortestStop() ? end : Math.min(end, closed - CLEARANCE_METRES);
    }

    /// Way to a standstill with all the brakes give [m], and a second for the foot to get there.
    private double shortestStop() {
        double braking = vehicle.vehicleClass().braking();
        return speed * speed / (2 * braking) + speed * (braking / (2 * JERK) + 1);
    }

    /// What driver, limit, limiter and traffic together allow [m/s].
    private double wantedSpeed() {
        double free = vehicle.freeKmh(limits.limitKmhAt(metres) * mood.at(second));
        return routes.traffic()
                        .stateAt(limits.chainage(metres), limits.carriageway(), now())
                        .speedOf(free)
                / KMH;
    }

    /// Seconds of the clock since 1970-01-01T00:00Z.
    private double now() {
        return second + timetable.phaseMicros() / 1e6;
    }

    /// The speed from which a stop within a distance is easy [m/s]: it falls by [#STOPPING] at most and, near
    /// the end, in proportion to the distance. Source of the form: Krauss, "Microscopic modeling of traffic
    /// flow", 1998, safe speed behind a standing vehicle.
    private static double stoppable(double metres) {
        double reserve = STOPPING * RESERVE_SECONDS;
        return Math.sqrt(reserve * reserve + 2 * STOPPING * Math.max(0, metres)) - reserve;
    }
}
